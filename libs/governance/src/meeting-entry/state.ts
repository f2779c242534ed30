import type { MeetingEntryAccepted, MeetingEntryEvent, MeetingEntryStopped } from './events.ts';

export type MeetingEntryState = Readonly<
  | { status: 'none' }
  | { status: 'accepted' | 'completed'; entry: MeetingEntryAccepted }
  | { status: 'stopped'; entry: MeetingEntryAccepted; stopped: MeetingEntryStopped }
>;

export const noEntry: MeetingEntryState = { status: 'none' };

export function evolve(state: MeetingEntryState, event: MeetingEntryEvent): MeetingEntryState {
  if (event.type === 'MeetingEntryAccepted') return { status: 'accepted', entry: event };
  if (state.status === 'none') throw new Error(`${event.type} before an entry was accepted`);
  const { entry } = state;
  switch (event.type) {
    case 'MeetingEntryCompleted':
      return { status: 'completed', entry };
    case 'MeetingEntryStopped':
      return { status: 'stopped', entry, stopped: event };
  }
}
