import { broken, irregular } from '../kernel/index.ts';
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
  /** It is made a special order: two thirds want that (RR-09). */
  specialOrder?: boolean;
}>;

/** Whether those who adopted the motion to postpone were two thirds: by their votes, or because nobody objected. */
function byTwoThirds(byMotionId: string | undefined, { motions }: OtherMotionsFact): boolean {
  const by = motions.get(byMotionId ?? '')?.state;
  if (!by) return false;
  if (by.lastVote?.agreed) return true;
  const counts = by.closedVotes.get(by.disposedBy ?? '')?.tally.counts ?? [];
  const of = (option: string): number =>
    counts.find((one) => one.option === option && one.constituencyId === undefined)?.value ?? 0;
  return of('yes') > 0 && 3 * of('yes') >= 2 * (of('yes') + of('no'));
}

export function* postponeMotion(
  state: MotionState,
  command: PostponeMotion,
  facts: AttendanceFact & RegimeFact & AtFact & OtherMotionsFact & NextMeetingFact & ZoneFact,
): Decision<MotionPostponed> {
  const { type: _type, nextRegularMeetingId: _next, specialOrder = false, ...rest } = command;
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  if (rest.to.latest < facts.at.earliest)
    yield irregular('POSTPONED_TO_THE_PAST', { to: rest.to.literal, at: facts.at.literal });
  const next = yield* notBeyondNextSession(state, command, facts);
  const by = yield* byAdopted(state, facts, command, 'subsidiary.postpone_definitely');
  if (specialOrder && !byTwoThirds(command.byMotionId, facts))
    yield broken('RR-09', 'SPECIAL_ORDER_NEEDS_TWO_THIRDS', { byMotionId: command.byMotionId });
  return [{ type: 'MotionPostponed', ...rest, ...(specialOrder && { specialOrder }), ...next, ...by }];
}
