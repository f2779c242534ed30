import type { AtFact, Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { MeetingEntryEvent } from './events.ts';
import { evolve, noEntry } from './state.ts';
import type { MeetingEntryState } from './state.ts';

export * from './events.ts';
export type { Command } from './decide.ts';
export type { MeetingEntryState } from './state.ts';

/** Stream `meeting_entry-{id}`: a whole meeting that was typed at once, until all of it is recorded. */
export const decider: Decider<MeetingEntryState, MeetingEntryEvent, Command, AtFact> = {
  category: 'meeting_entry',
  initialState: noEntry,
  evolve,
  decide,
};
