import { refuse } from '../kernel/index.ts';
import type { Check } from '../kernel/index.ts';
import type { ClaimsFact, SourceFact } from './facts.ts';
import type { ClaimState } from './state.ts';

export function* recordedClaim({ recorded }: ClaimState): Check {
  if (!recorded) yield* refuse('CLAIM_UNKNOWN');
}

/** The claims that a command names are recorded. */
export function* knownClaims({ claimIds }: ClaimsFact, ids: readonly string[]): Check {
  for (const claimId of ids) if (!claimIds.has(claimId)) yield* refuse('CLAIM_UNKNOWN', { claimId });
}

export function* registeredSource(
  { source }: SourceFact,
  sourceId: string,
): Check<NonNullable<SourceFact['source']>> {
  return source ?? (yield* refuse('SOURCE_UNKNOWN', { sourceId }));
}
