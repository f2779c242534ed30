import { refuse } from '../kernel/index.ts';
import type { AtFact, Objection } from '../kernel/index.ts';
import type { ChallengeState, ChallengeStatus } from './state.ts';

/** A part of a decision: its objections, and what it found. */
export type Check<T = void> = Generator<Objection, T, void>;

/** It was received, not after what follows, and stands where the command can be taken. */
export function* inStatus(
  { status, receivedAt }: ChallengeState,
  { at }: AtFact,
  ...from: readonly ChallengeStatus[]
): Check {
  if (status === 'none') yield* refuse('CHALLENGE_UNKNOWN');
  if (!from.includes(status)) yield* refuse('CHALLENGE_SETTLED', { status, possibleFrom: from });
  if (receivedAt && at.latest < receivedAt.earliest)
    yield* refuse('TIME_INVERTED', { at: at.literal, notBefore: receivedAt.literal });
}
