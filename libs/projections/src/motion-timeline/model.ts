import { entriesTable, entryWriter } from '../entries.ts';
import type { ReadModel } from '../runtime/index.ts';
import { inTimeline } from './timeline-event.ts';

export const motionEntries = 'motion_timeline';

/** Every event of every motion. */
export const motionTimelineModel: ReadModel = {
  name: 'motion-timeline',
  version: 2,
  tables: entriesTable(motionEntries),
  project: (db, beforeCommit) => {
    const add = entryWriter(db, beforeCommit, motionEntries);
    return (recorded) => {
      if (recorded.category === 'motion') add(recorded.streamId, recorded, inTimeline(recorded.event));
    };
  },
};
