import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { MeetingRecessed, MeetingReconvened } from './events.ts';
import { notBefore, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { isOver, isSitting, statusOf } from './session.ts';
import type { MeetingState } from './state.ts';

/** A short break; presence goes on. RONR (12th ed.) 8:2(3). */
export type Recess = Readonly<{ type: 'Recess'; until?: When }>;

/** The meeting goes on where it was interrupted. */
export type Reconvene = Readonly<{ type: 'Reconvene' }>;

function* notOver(state: MeetingState, at: When): Check {
  yield* scheduledMeeting(state, at);
  if (isOver(state.session, at))
    yield* refuse('MEETING_ALREADY_HELD', { at: at.literal, adjourned: state.session.adjourned?.literal });
}

export function* recess(state: MeetingState, { until }: Recess, { at }: AtFact): Decision<MeetingRecessed> {
  const { session } = state;
  yield* notOver(state, at);
  if (!isSitting(session)) return yield* refuse('MEETING_NOT_IN_SESSION', { status: statusOf(session) });
  yield* notBefore(at, session.sittings.at(-1)?.from);
  return [{ type: 'MeetingRecessed', ...(until && { until }) }];
}

export function* reconvene(
  state: MeetingState,
  _command: Reconvene,
  { at }: AtFact,
): Decision<MeetingReconvened> {
  const { session } = state;
  yield* notOver(state, at);
  const recessed = session.sittings.at(-1)?.to;
  if (!recessed) return yield* refuse('MEETING_NOT_RECESSED', { status: statusOf(session) });
  yield* notBefore(at, recessed);
  return [{ type: 'MeetingReconvened' }];
}
