import { irregular, refuse } from '../kernel/index.ts';
import type { Decision, When } from '../kernel/index.ts';
import type { MeetingScheduled, MeetingType, Place } from './events.ts';
import type { RosterFact } from './facts.ts';
import { existingBody } from './guards.ts';
import type { MeetingState } from './state.ts';

/** A meeting is called for a time. Without a time zone, it is in the body's. */
export type ScheduleMeeting = Readonly<{
  type: 'ScheduleMeeting';
  bodyId: string;
  meetingType: MeetingType;
  title?: string;
  startsAt: When;
  timeZone?: string;
  places: readonly Place[];
  remoteAccess?: string;
}>;

export function* scheduleMeeting(
  state: MeetingState,
  command: ScheduleMeeting,
  facts: RosterFact,
): Decision<MeetingScheduled> {
  const { type: _type, timeZone, ...schedule } = command;
  if (state.schedule) return yield* refuse('MEETING_EXISTS', { bodyId: state.schedule.bodyId });
  const roster = yield* existingBody(facts, command.bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId: command.bodyId });
  return [{ type: 'MeetingScheduled', ...schedule, timeZone: timeZone ?? roster.timeZone }];
}
