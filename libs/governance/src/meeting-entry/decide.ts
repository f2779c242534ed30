import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type {
  MeetingEntryAccepted,
  MeetingEntryCompleted,
  MeetingEntryEvent,
  MeetingEntryStopped,
} from './events.ts';
import type { MeetingEntryState } from './state.ts';

type AsCommand<T extends string, E> = Readonly<{ type: T }> & Omit<E, 'type'>;

export type Command =
  | AsCommand<'AcceptMeetingEntry', MeetingEntryAccepted>
  | AsCommand<'CompleteMeetingEntry', MeetingEntryCompleted>
  | AsCommand<'StopMeetingEntry', MeetingEntryStopped>;

/** An entry is accepted once and ends once; its lines are judged where they are recorded. */
export function* decide(state: MeetingEntryState, command: Command): Decision<MeetingEntryEvent> {
  const { status } = state;
  if (command.type === 'AcceptMeetingEntry') {
    if (status !== 'none') return yield* refuse('MEETING_ENTRY_EXISTS', { status });
    return [{ ...command, type: 'MeetingEntryAccepted' }];
  }
  if (status !== 'accepted') return yield* refuse('MEETING_ENTRY_ENDED', { status });
  return command.type === 'CompleteMeetingEntry'
    ? [{ type: 'MeetingEntryCompleted' }]
    : [{ ...command, type: 'MeetingEntryStopped' }];
}
