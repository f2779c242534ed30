import { refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import type {
  MeetingEntryAccepted,
  MeetingEntryCompleted,
  MeetingEntryEvent,
  MeetingEntryResumed,
  MeetingEntryStopped,
} from './events.ts';
import { keyOf } from './state.ts';
import type { EntryStanding, MeetingEntryState } from './state.ts';

type AsCommand<T extends string, E> = Readonly<{ type: T }> & Omit<E, 'type'>;

export type Command =
  | AsCommand<'AcceptMeetingEntry', MeetingEntryAccepted>
  | AsCommand<'CompleteMeetingEntry', MeetingEntryCompleted>
  | AsCommand<'StopMeetingEntry', MeetingEntryStopped>
  | AsCommand<'ResumeMeetingEntry', Omit<MeetingEntryResumed, 'line'>>;

/** Two entries of one meeting would be recorded through each other: the second was tried without the first. */
function* noOtherUnderWay({ entries }: MeetingEntryState): Check {
  for (const [entryId, { status }] of entries)
    if (status === 'under_way') yield* refuse('MEETING_ENTRY_IN_PROGRESS', { entryId });
}

function* standingAs(
  { entries }: MeetingEntryState,
  command: Command,
  wanted: EntryStanding['status'],
): Check<EntryStanding> {
  const standing = entries.get(keyOf(command));
  if (standing?.status === wanted) return standing;
  return yield* refuse('MEETING_ENTRY_ENDED', { status: standing?.status ?? 'none' });
}

/** The entries of a meeting come one after another; what is said in their lines is judged where they are recorded. */
export function* decide(state: MeetingEntryState, command: Command): Decision<MeetingEntryEvent> {
  switch (command.type) {
    case 'AcceptMeetingEntry': {
      const known = state.entries.get(keyOf(command));
      if (known) return yield* refuse('MEETING_ENTRY_EXISTS', { status: known.status });
      yield* noOtherUnderWay(state);
      return [{ ...command, type: 'MeetingEntryAccepted' }];
    }
    case 'CompleteMeetingEntry':
      yield* standingAs(state, command, 'under_way');
      return [{ ...command, type: 'MeetingEntryCompleted' }];
    case 'StopMeetingEntry':
      yield* standingAs(state, command, 'under_way');
      return [{ ...command, type: 'MeetingEntryStopped' }];
    case 'ResumeMeetingEntry': {
      const { stopped } = yield* standingAs(state, command, 'stopped');
      yield* noOtherUnderWay(state);
      return [{ ...command, type: 'MeetingEntryResumed', line: stopped?.line ?? 0 }];
    }
  }
}
