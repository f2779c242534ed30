import { notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check } from '../kernel/index.ts';
import type { ChallengeState, ChallengeStatus } from './state.ts';

/** It was received, not after what follows, and stands where the command can be taken. */
export function* inStatus(
  { status, receivedAt }: ChallengeState,
  { at }: AtFact,
  ...from: readonly ChallengeStatus[]
): Check {
  if (status === 'none') yield* refuse('CHALLENGE_UNKNOWN');
  if (!from.includes(status)) yield* refuse('CHALLENGE_SETTLED', { status, possibleFrom: from });
  yield* notBefore(at, receivedAt);
}
