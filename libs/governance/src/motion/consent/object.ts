import { broken } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { inSession, inStatus, presentMember } from '../guards.ts';
import type { QuestionFacts } from '../putting.ts';
import type { MotionState } from '../state.ts';
import type { UnanimousConsentObjected } from './events.ts';

/** A member objects when the chair asks, so the body votes; nobody has to say why (meeting rule RR-16). */
export type ObjectToUnanimousConsent = Readonly<{
  type: 'ObjectToUnanimousConsent';
  seatId: string;
  reason?: string;
}>;

export function* objectToUnanimousConsent(
  state: MotionState,
  command: ObjectToUnanimousConsent,
  facts: QuestionFacts,
): Decision<UnanimousConsentObjected> {
  const { seatId, reason } = command;
  yield* inStatus(state, command, 'moved', 'pending');
  const { meetingId, recusals } = yield* inSession(state, facts);
  const { constituencyId } = yield* presentMember(facts, seatId);
  const itemId = state.agendized?.meetingId === meetingId ? state.agendized.itemId : '';
  if (recusals.get(itemId)?.has(seatId)) yield broken('SP-10', 'RECUSED_CANNOT_VOTE', { seatId, itemId });
  const { textSha256 } = state;
  const side = constituencyId !== undefined && { constituencyId };
  const why = reason !== undefined && { reason };
  return [{ type: 'UnanimousConsentObjected', meetingId, textSha256, seatId, ...side, ...why }];
}
