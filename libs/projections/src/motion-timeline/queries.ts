import type { AskedTimes } from '../asked-times.ts';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import type { Reads } from '../runtime/index.ts';
import { timelineAt } from './at-times.ts';
import type { ToldAt } from './at-times.ts';
import { motionEntries } from './model.ts';
import type { TimelineEvent } from './timeline-event.ts';
import type { MotionTimeline, TimelineEntry } from './views.ts';

/** The events of a motion that count at some times, by default all, in the order of its stream. */
export const timelineOf = (reads: Reads, motionId: string, asked: AskedTimes = {}): ToldAt =>
  timelineAt(entriesOf<TimelineEvent>(reads, motionEntries, motionId), asked);

function timelineEntry({ event, position, ...entry }: Entry<TimelineEvent>): TimelineEntry {
  const { type, ...details } = event;
  return { type, position: String(position), ...entry, details };
}

/** undefined for a motion that is not in the record, or was not by the times that are asked for. */
export function motionTimeline(
  reads: Reads,
  motionId: string,
  asked: AskedTimes = {},
): MotionTimeline | undefined {
  const { entries, times } = timelineOf(reads, motionId, asked);
  return entries.length === 0 ? undefined : { motionId, ...times, entries: entries.map(timelineEntry) };
}
