import { instrument } from '#governance';
import type { When } from '#governance';
import { getBody } from '../bodies/queries.ts';
import { instrumentsOf } from '../rules-in-force/instruments-of-body.ts';
import type { Reads } from '../runtime/index.ts';
import type { AbsenceRuleView } from './views.ts';

type Asked = Readonly<{ absenceLimit?: number | undefined; asOf: When; knownAt?: string | undefined }>;

/**
 * The limit of absences that is asked for; else the one that a clause in force sets (meeting rule SP-17): of several
 * the lowest, which is reached first.
 */
export function absenceRule(
  reads: Reads,
  bodyId: string,
  { absenceLimit, ...times }: Asked,
): AbsenceRuleView | undefined {
  if (absenceLimit !== undefined) return { limit: absenceLimit };
  const body = getBody(reads, bodyId, { knownAt: times.knownAt });
  const known = body ? instrumentsOf(reads, body, times) : [];
  const bound = known.flatMap(({ instrumentId, state }) =>
    instrument.governingRules(state, { instrumentId, revision: -1 }, times.asOf),
  );
  const limits = bound.flatMap(({ terms, clauseRef, ruleId }) =>
    terms.absence ? [{ limit: terms.absence.limit, clauseRef, ruleId }] : [],
  );
  return limits.toSorted((a, b) => a.limit - b.limit)[0];
}
