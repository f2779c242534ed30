import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { MotionPostponed } from './events.ts';
import type { AttendanceFact, RegimeFact } from './facts.ts';
import { inSession, inStatus } from './guards.ts';
import type { NextMeetingFact, OtherMotionsFact, ZoneFact } from './procedure/facts.ts';
import { byAdopted } from './procedure/guards.ts';
import { notBeyondNextSession } from './procedure/postponed-too-far.ts';
import type { MotionState } from './state.ts';

/** The body puts the motion off to a time, or to the meeting that is named. RONR (12th ed.) §14. */
export type PostponeMotion = Readonly<{
  type: 'PostponeMotion';
  to: When;
  meetingId?: string;
  /** The next regular meeting of the body: no motion is postponed beyond it (RR-09). */
  nextRegularMeetingId?: string;
  byMotionId?: string;
}>;

export function* postponeMotion(
  state: MotionState,
  command: PostponeMotion,
  facts: AttendanceFact & RegimeFact & AtFact & OtherMotionsFact & NextMeetingFact & ZoneFact,
): Decision<MotionPostponed> {
  const { type: _type, nextRegularMeetingId: _next, ...rest } = command;
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  if (rest.to.latest < facts.at.earliest)
    yield irregular('POSTPONED_TO_THE_PAST', { to: rest.to.literal, at: facts.at.literal });
  const next = yield* notBeyondNextSession(state, command, facts);
  const by = yield* byAdopted(state, facts, command, 'subsidiary.postpone_definitely');
  return [{ type: 'MotionPostponed', ...rest, ...next, ...by }];
}
