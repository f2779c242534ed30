import { irregular, refuse } from '../kernel/index.ts';
import type { Check, Decision } from '../kernel/index.ts';
import { carries } from '../motion/cited.ts';
import type { ClaimReconciled } from './events.ts';
import type { AuthorityFact, ClaimIdFact, ClaimsFact } from './facts.ts';
import { knownClaims, recordedClaim } from './guards.ts';
import type { ClaimState } from './state.ts';

/**
 * Which of several claims is to be followed, or how all of them hold. It is a reading with a name under it:
 * it may be recorded again, and differently, and no claim is changed by it.
 */
export type ReconcileClaims = Readonly<{ type: 'ReconcileClaims' }> &
  Omit<ClaimReconciled, 'type' | 'authority'>;

/** The preferred claim is one of those that are reconciled, and those are at least two. */
function* amongThem({ withClaimIds, preferredClaimId }: ReconcileClaims, { claimId }: ClaimIdFact): Check {
  const all = new Set([claimId, ...withClaimIds]);
  if (all.size < 2) yield* refuse('NOTHING_TO_RECONCILE', { claimId });
  if (preferredClaimId !== undefined && !all.has(preferredClaimId))
    yield* refuse('PREFERRED_CLAIM_NOT_AMONG', { preferredClaimId, claimIds: [...all] });
}

/** Where a motion is named, it is one that was adopted and stands. */
function* authorized({ authority, mandate }: AuthorityFact): Check {
  if (!authority) yield irregular('AUTHORITY_MISSING');
  else if (authority.kind === 'motion' && !(mandate && carries.includes(mandate.status)))
    yield irregular('AUTHORITY_MOTION_NOT_ADOPTED', {
      motionId: authority.ref,
      status: mandate?.status ?? 'none',
    });
}

export function* reconcileClaims(
  state: ClaimState,
  command: ReconcileClaims,
  facts: ClaimIdFact & ClaimsFact & AuthorityFact,
): Decision<ClaimReconciled> {
  yield* recordedClaim(state);
  yield* amongThem(command, facts);
  yield* knownClaims(facts, command.withClaimIds);
  const { authority } = facts;
  yield* authorized(facts);
  return [{ ...command, type: 'ClaimReconciled', ...(authority && { authority }) }];
}
