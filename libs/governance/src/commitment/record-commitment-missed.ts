import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { CommitmentMissed } from './events.ts';
import { unsettled } from './guards.ts';
import type { CommitmentState } from './state.ts';

/** It is found that the commitment was not kept in time; it may still be met. */
export type RecordCommitmentMissed = Readonly<{ type: 'RecordCommitmentMissed' }> &
  Omit<CommitmentMissed, 'type'>;

export function* recordCommitmentMissed(
  state: CommitmentState,
  command: RecordCommitmentMissed,
  facts: AtFact,
): Decision<CommitmentMissed> {
  yield* unsettled(state, facts, ['met', 'missed', 'released']);
  const { due } = state.terms;
  if (!due) yield irregular('NO_DUE_DATE');
  else if (facts.at.earliest <= due.when.latest)
    yield irregular('MISSED_BEFORE_DUE', { due: due.when.literal, at: facts.at.literal });
  return [{ ...command, type: 'CommitmentMissed' }];
}
