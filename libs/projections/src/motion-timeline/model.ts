import { entriesTable, entryWriter } from '../entries.ts';
import type { ReadModel } from '../runtime/index.ts';
import { inTimeline } from './timeline-event.ts';

export const motionEntries = 'motion_timeline';

/** Every event of every motion. Ballots are the bulk of a record: one row each, and nothing else. */
export const motionTimelineModel: ReadModel = {
  name: 'motion-timeline',
  version: 1,
  tables: entriesTable(motionEntries),
  project: (db) => {
    const write = entryWriter(db, motionEntries);
    return (recorded) => {
      if (recorded.category === 'motion') write(recorded.streamId, recorded, inTimeline(recorded.event));
    };
  },
};
