import { refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision } from '../kernel/index.ts';
import type { CommitmentProgressReported } from './events.ts';
import { unsettled } from './guards.ts';
import type { CommitmentState } from './state.ts';

/** Somebody reports how far it is. The report stands beside what the record counts itself, and changes nothing. */
export type ReportCommitmentProgress = Readonly<{ type: 'ReportCommitmentProgress' }> &
  Omit<CommitmentProgressReported, 'type'>;

/** A share is so many of so many. */
function* wholeShare({ numerator, denominator }: ReportCommitmentProgress): Check {
  if (numerator === undefined && denominator === undefined) return;
  if (numerator === undefined || denominator === undefined || denominator === 0)
    return yield* refuse('SHARE_INCOMPLETE', { numerator, denominator });
  if (numerator > denominator) yield* refuse('SHARE_EXCEEDS_WHOLE', { numerator, denominator });
}

export function* reportCommitmentProgress(
  state: CommitmentState,
  command: ReportCommitmentProgress,
  facts: AtFact,
): Decision<CommitmentProgressReported> {
  yield* unsettled(state, facts, ['released']);
  yield* wholeShare(command);
  const { quantity, numerator, statement, period } = command;
  if (quantity === undefined && numerator === undefined && statement === undefined)
    return yield* refuse('NOTHING_REPORTED');
  if (state.terms.measure?.counts === 'reported_quantity' && quantity !== undefined && !period)
    return yield* refuse('PERIOD_MISSING', { per: state.terms.measure.per });
  return [{ ...command, type: 'CommitmentProgressReported' }];
}
