import { notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check } from '../kernel/index.ts';
import type { CommitmentState, CommitmentStatus } from './state.ts';

/** It was made, not after what happens to it, and is not settled for good. */
export function* unsettled(
  { status, madeAt }: CommitmentState,
  { at }: AtFact,
  settled: readonly CommitmentStatus[] = ['met', 'released'],
): Check {
  if (status === 'none') yield* refuse('COMMITMENT_UNKNOWN');
  if (settled.includes(status)) yield* refuse('COMMITMENT_SETTLED', { status });
  yield* notBefore(at, madeAt);
}
