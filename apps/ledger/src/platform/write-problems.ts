import { AppendTooLarge } from '#event-store';
import { rulebook } from '#governance';
import { Problem } from '#platform';
import { InvalidCursor } from '#projections';
import { IdempotencyKeyReused, Rejected, StaleRevision, TooMuchContention } from '#recording';

const soon = { 'retry-after': '1' };

/** A refusal by a rule of the rulebook names it, and where it stands. */
function rejection({ code, inputs, ruleId }: Rejected): Problem {
  const named = ruleId ?? inputs.rule;
  const rule = typeof named === 'string' && rulebook.isRuleId(named) ? named : undefined;
  return new Problem(code, {
    inputs,
    ...(rule && { rule, citation: rulebook.ruleOf(rule).citation }),
  });
}

/** What can go wrong with a command or a query, as its client sees it. */
export function writeProblem(error: unknown): Problem | undefined {
  if (error instanceof Rejected) return rejection(error);
  if (error instanceof StaleRevision)
    return new Problem('STALE_REVISION', { inputs: { expected: error.expected, actual: error.actual } });
  if (error instanceof IdempotencyKeyReused) return new Problem('IDEMPOTENCY_KEY_REUSED');
  if (error instanceof TooMuchContention) return new Problem('TOO_MUCH_CONTENTION', { headers: soon });
  if (error instanceof AppendTooLarge) return new Problem('EVENT_TOO_LARGE', {}, { cause: error });
  if (error instanceof InvalidCursor)
    return new Problem('VALIDATION_FAILED', { errors: [{ pointer: '/cursor', detail: error.message }] });
  return undefined;
}
