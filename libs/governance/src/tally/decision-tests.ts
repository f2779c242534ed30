import { compare } from './comparison.ts';
import { bodyScope, countedSeats } from './electorate.ts';
import { baseValueOf, seatsMeasured, yesAndNo } from './poll.ts';
import type { Poll } from './poll.ts';
import type { DecisionTest } from './rule.ts';
import type { AlternativeTrace, EachConstituencyTrace, TestTrace } from './trace.ts';

/** The ayes of one scope against its base. */
function measure(test: DecisionTest, scope: string, poll: Poll): TestTrace {
  const { yes, no } = yesAndNo(poll, scope);
  const baseValue = baseValueOf(test, poll, scope);
  const { lhs, rhs, cmp, holds } = compare(yes, baseValue, test);
  const reached = baseValue === 0 ? poll.conventions.emptyBase === 'pass' : holds;
  const minimumYes = test.minimumYes === undefined ? {} : { minimumYes: test.minimumYes };
  const pass = reached && yes >= (test.minimumYes ?? 0);
  return { scope, base: test.base, yes, no, baseValue, lhs, rhs, cmp, pass, ...minimumYes };
}

/**
 * Only where nobody could have voted (SP-04): a side whose members stay away or abstain is not left out, else
 * the other side would decide alone.
 */
const isSkipped = ({ scope, baseValue }: TestTrace, poll: Poll): boolean =>
  poll.conventions.emptyBase === 'skip' &&
  baseValue === 0 &&
  countedSeats(seatsMeasured(poll), scope).length === 0;

/** Every constituency that is not left out must pass, and at least one must not be left out. */
function eachConstituency(test: DecisionTest, poll: Poll): EachConstituencyTrace {
  const parts = poll.electorate.constituencyIds.map((id): TestTrace => {
    const part = measure(test, id, poll);
    return isSkipped(part, poll) ? { ...part, pass: true, skipped: true } : part;
  });
  const pass = parts.some(({ skipped }) => !skipped) && parts.every((part) => part.pass);
  return { scope: 'each_constituency', pass, parts };
}

/** Every test of a conjunction with every number that goes into it. */
export const evaluateTests = (tests: readonly DecisionTest[], poll: Poll): AlternativeTrace['tests'] =>
  tests.map((test) =>
    test.scope === 'body' ? measure(test, bodyScope, poll) : eachConstituency(test, poll),
  );

/** One alternative of a rule: it passes when all its tests do. */
export function evaluateAlternative(tests: readonly DecisionTest[], poll: Poll): AlternativeTrace {
  const traces = evaluateTests(tests, poll);
  return { pass: traces.length > 0 && traces.every(({ pass }) => pass), tests: traces };
}
