import { irregular, notable, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { carries } from '../cited.ts';
import type { MotionDrafted } from '../events.ts';
import type { ReferralFact, RosterFact } from '../facts.ts';
import { existingBody, inStatus } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { MotionReceived, MotionTransmitted, ReceivingAction, ReceivingBodyActed } from './events.ts';
import type { OtherMotionsFact } from './facts.ts';
import { knownMotion } from './guards.ts';
import type { Transmission } from './state.ts';

/** What a body adopted goes to another one, which decides for itself: site, committee, board. */
export type TransmitMotion = Readonly<{ type: 'TransmitMotion'; toBodyId: string; toMotionId: string }>;

/** The other body has it: as a motion of its own, with the text that was adopted. */
export type ReceiveMotion = Readonly<{ type: 'ReceiveMotion'; bodyId: string; fromMotionId: string }>;

/** What the other body did with it, on the record of the one that sent it. */
export type RecordReceivingBodyAction = Readonly<{
  type: 'RecordReceivingBodyAction';
  toMotionId: string;
  action: ReceivingAction;
}>;

const transmissionAs = ({ procedure }: MotionState, motionId: string): Transmission | undefined =>
  procedure.transmissions.find(({ toMotionId }) => toMotionId === motionId);

export function* transmitMotion(
  state: MotionState,
  command: TransmitMotion,
  { toBody, motionId }: ReferralFact & Pick<OtherMotionsFact, 'motionId'>,
): Decision<MotionTransmitted> {
  const { toBodyId, toMotionId } = command;
  yield* inStatus(state, command, ...carries);
  if (!toBody) return yield* refuse('BODY_UNKNOWN', { bodyId: toBodyId });
  if (toBodyId === state.bodyId) yield* refuse('TRANSMITTED_TO_SELF', { bodyId: toBodyId });
  if (toBody.dissolved) yield irregular('BODY_DISSOLVED', { bodyId: toBodyId });
  if (toMotionId === motionId || transmissionAs(state, toMotionId))
    yield* refuse('ALREADY_TRANSMITTED', { toMotionId });
  return [{ type: 'MotionTransmitted', toBodyId, toMotionId, textSha256: state.textSha256 }];
}

/** The motion was sent to this body, under this id. */
function* sentHere(
  { bodyId, fromMotionId }: ReceiveMotion,
  facts: OtherMotionsFact,
): Check<Readonly<{ from: MotionState; revision: number }>> {
  const { state: from, revision } = yield* knownMotion(facts, fromMotionId);
  const sent = transmissionAs(from, facts.motionId);
  if (sent?.toBodyId !== bodyId)
    yield* refuse('NOT_TRANSMITTED', {
      fromMotionId,
      motionId: facts.motionId,
      bodyId,
      sentTo: sent?.toBodyId,
    });
  return { from, revision };
}

export function* receiveMotion(
  state: MotionState,
  command: ReceiveMotion,
  facts: RosterFact & OtherMotionsFact,
): Decision<MotionDrafted | MotionReceived> {
  const { bodyId, fromMotionId } = command;
  yield* inStatus(state, command, 'none');
  const roster = yield* existingBody(facts, bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId });
  const { from, revision: fromRevision } = yield* sentHere(command, facts);
  const { title, text, textSha256, bodyId: fromBodyId } = from;
  return [
    { type: 'MotionDrafted', bodyId, title, text, textSha256, classification: 'main' },
    { type: 'MotionReceived', fromBodyId, fromMotionId, fromRevision },
  ];
}

/** Where the other body keeps its record here too, that record says what it did. */
export function* recordReceivingBodyAction(
  state: MotionState,
  { toMotionId, action }: RecordReceivingBodyAction,
  { motions }: OtherMotionsFact,
): Decision<ReceivingBodyActed> {
  const sent = transmissionAs(state, toMotionId);
  if (!sent) return yield* refuse('NOT_TRANSMITTED', { toMotionId });
  const { toBodyId } = sent;
  const received = motions.get(toMotionId);
  if (!received) yield notable('RECEIVING_MOTION_NOT_ON_RECORD', { toMotionId, toBodyId });
  else if (received.state.status !== action)
    yield* refuse('RECEIVING_ACTION_DIFFERS', { toMotionId, action, status: received.state.status });
  const revision = received && { toMotionRevision: received.revision };
  return [{ type: 'ReceivingBodyActed', toBodyId, toMotionId, action, ...revision }];
}
