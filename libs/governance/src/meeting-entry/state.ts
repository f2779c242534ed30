import type { MeetingEntryAccepted, MeetingEntryEvent, MeetingEntryStopped } from './events.ts';

/** How one entry stands. */
export type EntryStanding = Readonly<{
  status: 'under_way' | 'completed' | 'stopped';
  entry: MeetingEntryAccepted;
  /** Where it stopped last, and why. */
  stopped?: MeetingEntryStopped;
  /** How often it went on after it had stopped. */
  resumptions: number;
}>;

/** The entries of a meeting, by id. */
export type MeetingEntryState = Readonly<{ entries: ReadonlyMap<string, EntryStanding> }>;

export const noEntries: MeetingEntryState = { entries: new Map() };

/** An entry with a stream of its own needs no name in it. */
export const keyOf = ({ entryId = '' }: Readonly<{ entryId?: string }>): string => entryId;

function after(before: EntryStanding | undefined, event: MeetingEntryEvent): EntryStanding {
  if (event.type === 'MeetingEntryAccepted') return { status: 'under_way', entry: event, resumptions: 0 };
  if (!before) throw new Error(`${event.type} before an entry was accepted`);
  switch (event.type) {
    case 'MeetingEntryCompleted':
      return { ...before, status: 'completed' };
    case 'MeetingEntryStopped':
      return { ...before, status: 'stopped', stopped: event };
    case 'MeetingEntryResumed':
      return { ...before, status: 'under_way', resumptions: before.resumptions + 1 };
  }
}

export function evolve({ entries }: MeetingEntryState, event: MeetingEntryEvent): MeetingEntryState {
  const key = keyOf(event);
  return { entries: new Map(entries).set(key, after(entries.get(key), event)) };
}
