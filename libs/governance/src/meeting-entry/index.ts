import type { AtFact, Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { MeetingEntryEvent } from './events.ts';
import { evolve, noEntries } from './state.ts';
import type { MeetingEntryState } from './state.ts';

export * from './events.ts';
export type { Command } from './decide.ts';
export type { EntryStanding, MeetingEntryState } from './state.ts';

/** Stream `meeting_entry-{meetingId}`: whole meetings, or parts, typed at once, each until all of it is recorded. */
export const decider: Decider<MeetingEntryState, MeetingEntryEvent, Command, AtFact> = {
  category: 'meeting_entry',
  initialState: noEntries,
  evolve,
  decide,
};
