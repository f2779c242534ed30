import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import type { Reads } from '../runtime/index.ts';
import { motionEntries } from './model.ts';
import type { TimelineEvent } from './timeline-event.ts';
import type { MotionTimeline, TimelineEntry } from './views.ts';

/** Every event of a motion, in the order of its stream. */
export const timelineOf = (reads: Reads, motionId: string): readonly Entry<TimelineEvent>[] =>
  entriesOf<TimelineEvent>(reads, motionEntries, motionId);

function timelineEntry({ event, position, ...entry }: Entry<TimelineEvent>): TimelineEntry {
  const { type, ...details } = event;
  return { type, position: String(position), ...entry, details };
}

/** undefined for a motion that is not in the record. */
export function motionTimeline(reads: Reads, motionId: string): MotionTimeline | undefined {
  const entries = timelineOf(reads, motionId).map(timelineEntry);
  return entries.length === 0 ? undefined : { motionId, entries };
}
