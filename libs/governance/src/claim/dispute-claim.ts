import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { ClaimDisputed } from './events.ts';
import type { ClaimIdFact, ClaimsFact, FactFact } from './facts.ts';
import { knownClaims, recordedClaim } from './guards.ts';
import { disputeKey } from './state.ts';
import type { ClaimState } from './state.ts';

/** Another claim, or an event of the record, is held against this one. */
export type DisputeClaim = Readonly<{ type: 'DisputeClaim' }> & Omit<ClaimDisputed, 'type'>;

export function* disputeClaim(
  state: ClaimState,
  command: DisputeClaim,
  facts: ClaimIdFact & ClaimsFact & FactFact,
): Decision<ClaimDisputed> {
  const { byClaimId, byFact } = command;
  yield* recordedClaim(state);
  if ((byClaimId === undefined) === (byFact === undefined))
    return yield* refuse('DISPUTE_NEEDS_ONE_GROUND', { byClaimId, byFact });
  const { claimId } = facts;
  if (byClaimId === claimId || byFact?.stream === `claim-${claimId}`)
    return yield* refuse('CLAIM_DISPUTES_ITSELF', { claimId });
  yield* knownClaims(facts, byClaimId === undefined ? [] : [byClaimId]);
  if (byFact && !facts.factIsRecorded) return yield* refuse('FACT_UNKNOWN', { ...byFact });
  if (state.disputedBy.has(disputeKey(command)))
    return yield* refuse('ALREADY_DISPUTED', { byClaimId, byFact });
  return [{ ...command, type: 'ClaimDisputed' }];
}
