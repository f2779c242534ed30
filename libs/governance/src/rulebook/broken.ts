import type { Inputs, Objection } from '../kernel/decision.ts';
import type { CodeOf, RuleId } from './rules.ts';

/**
 * A rule of the rulebook is broken: `yield broken('BA-05', 'NOT_ON_POSTED_AGENDA', { itemId })`. What follows (a
 * refusal, a finding, a remark or nothing) is looked up when the decision is settled: by the recording mode, the
 * date, and what the body has selected.
 */
export const broken = <R extends RuleId>(ruleId: R, code: CodeOf<R>, inputs: Inputs = {}): Objection => ({
  kind: 'rule',
  ruleId,
  code,
  inputs,
});

/** Ends a decision by a rule that refuses in every mode, whatever the body has selected. */
export function* barredBy<R extends RuleId>(
  ruleId: R,
  code: CodeOf<R>,
  inputs: Inputs = {},
): Generator<Objection, never, void> {
  yield broken(ruleId, code, inputs);
  throw new Error(`${ruleId} does not refuse ${code} in every mode`);
}
