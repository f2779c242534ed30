import { refuse } from '../kernel/index.ts';
import type { AtFact } from '../kernel/index.ts';
import type { Check } from './authority.ts';
import type { CommitmentState, CommitmentStatus } from './state.ts';

/** It was made, not after what happens to it, and is not settled for good. */
export function* unsettled(
  { status, madeAt }: CommitmentState,
  { at }: AtFact,
  settled: readonly CommitmentStatus[] = ['met', 'released'],
): Check {
  if (status === 'none') yield* refuse('COMMITMENT_UNKNOWN');
  if (settled.includes(status)) yield* refuse('COMMITMENT_SETTLED', { status });
  if (madeAt && at.latest < madeAt.earliest)
    yield* refuse('TIME_INVERTED', { at: at.literal, notBefore: madeAt.literal });
}
