import { broken, refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import type { AttendanceFact, RegimeFact } from '../facts.ts';
import { inSession, inStatus } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import type { MotionReconsidered, ReconsiderationEnded, ReconsiderationMoved } from './events.ts';
import { effectSuspended } from './effect-stands.ts';
import type { OtherMotion, OtherMotionsFact } from './facts.ts';
import { adoptedOnThis, motionOnThis } from './guards.ts';
import { notCarriedOut } from './may-reconsider.ts';

/** A motion to reconsider was made: until it is decided, nothing is carried out (RR-08). RONR (12th ed.) 37. */
export type MoveReconsideration = Readonly<{ type: 'MoveReconsideration'; byMotionId: string }>;

/** The body decided to reconsider: the question is before it as if it had not been voted on. */
export type ReconsiderMotion = Readonly<{ type: 'ReconsiderMotion'; byMotionId: string; meetingId?: string }>;

/** The motion to reconsider came to nothing: the first decision stands. */
export type EndReconsideration = Readonly<{ type: 'EndReconsideration'; byMotionId: string }>;

const reconsider = 'bringback.reconsider';
const made: readonly MotionStatus[] = ['moved', 'pending', 'voting', 'adopted'];

const isEnd = (status: MotionStatus): status is ReconsiderationEnded['how'] =>
  ['rejected', 'withdrawn', 'lapsed', 'ruled_out_of_order', 'postponed_indefinitely'].includes(status);

/** Once only (RR-07); what is typed from minutes may say that it happened twice. */
function* notReconsidered({ procedure }: MotionState): Check {
  if (procedure.reconsidered) yield broken('RR-07', 'ALREADY_RECONSIDERED');
}

export function* moveReconsideration(
  state: MotionState,
  command: MoveReconsideration,
  facts: OtherMotionsFact,
): Decision<ReconsiderationMoved> {
  const { byMotionId } = command;
  yield* inStatus(state, command, 'adopted', 'rejected');
  yield* notReconsidered(state);
  yield* notCarriedOut({ motionId: facts.motionId, state }, facts);
  const by = yield* motionOnThis(state, facts, byMotionId, [reconsider]);
  const { status } = by.state;
  if (!made.includes(status)) yield* refuse('RECONSIDERATION_NOT_MADE', { byMotionId, status });
  if (state.procedure.appliedMotionIds.includes(byMotionId))
    yield* refuse('MOTION_ALREADY_APPLIED', { byMotionId });
  yield* effectSuspended(state);
  return [{ type: 'ReconsiderationMoved', byMotionId, byMotionRevision: by.revision }];
}

/** The motion to reconsider is the one by which the decision is suspended. */
function* underWay({ procedure }: MotionState, byMotionId: string): Check {
  const expected = procedure.reconsideration?.byMotionId;
  if (expected !== byMotionId) yield* refuse('OTHER_RECONSIDERATION', { byMotionId, expected });
}

export function* reconsiderMotion(
  state: MotionState,
  command: ReconsiderMotion,
  facts: AttendanceFact & RegimeFact & AtFact & OtherMotionsFact,
): Decision<MotionReconsidered> {
  const { byMotionId, meetingId } = command;
  yield* inStatus(state, command, 'reconsideration_pending');
  yield* underWay(state, byMotionId);
  yield* inSession(state, facts);
  const { pin } = yield* adoptedOnThis(state, facts, byMotionId, reconsider);
  return [{ type: 'MotionReconsidered', ...pin, ...(meetingId !== undefined && { meetingId }) }];
}

const ended = ({ state: { status } }: OtherMotion) => (isEnd(status) ? status : undefined);

export function* endReconsideration(
  state: MotionState,
  command: EndReconsideration,
  facts: OtherMotionsFact,
): Decision<ReconsiderationEnded> {
  const { byMotionId } = command;
  yield* inStatus(state, command, 'reconsideration_pending');
  yield* underWay(state, byMotionId);
  const by = yield* motionOnThis(state, facts, byMotionId, [reconsider]);
  const how = ended(by);
  if (!how) return yield* refuse('RECONSIDERATION_NOT_ENDED', { byMotionId, status: by.state.status });
  return [{ type: 'ReconsiderationEnded', how, byMotionId, byMotionRevision: by.revision }];
}
