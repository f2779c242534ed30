import type { When } from '#governance';
import { cohortTerms, programIds } from '../measures/queries.ts';
import { measuredTargets } from '../commitments/queries.ts';
import type { MeasuredTarget } from '../commitments/queries.ts';
import type { Reads } from '../runtime/index.ts';
import { contradictions } from './contradictions.ts';
import { claimsOf } from './queries.ts';
import { compared, sentencesOf, totalOf } from './totals.ts';
import type { ClaimDifferences, ClaimView, ComparedNumber, TotalsComparison } from './views.ts';

export type DifferenceRequest = Readonly<{
  /** Only contradictions on this subject. */
  subject?: string | undefined;
  /** Only totals of this programme. */
  programId?: string | undefined;
  /** What the record knew at this instant; by default everything. */
  knownAt?: string | undefined;
}>;

type Counted = Readonly<{
  figure: number;
  cohortIds?: readonly string[] | undefined;
  asOf?: When | undefined;
}>;

/** A stated number beside the cohorts that it is about. */
function besideDerived(
  reads: Reads,
  programId: string,
  knownAt: string | undefined,
  { figure, cohortIds, asOf, ...stated }: Counted & Pick<ComparedNumber, 'claimId' | 'commitmentId'>,
): ComparedNumber {
  const terms = cohortTerms(reads, { programId, cohortIds, asOf, knownAt });
  return compared({ ...stated, figure }, totalOf(terms));
}

function totalsOf(
  reads: Reads,
  programId: string,
  claims: readonly ClaimView[],
  targets: readonly MeasuredTarget[],
  knownAt: string | undefined,
): TotalsComparison {
  const derived = totalOf(cohortTerms(reads, { programId, knownAt }));
  const beside = (one: Parameters<typeof besideDerived>[3]) => besideDerived(reads, programId, knownAt, one);
  const comparison = {
    programId,
    derived,
    claims: claims.flatMap(({ claimId, asOf, comparison: stated, status }) =>
      stated?.programId === programId && status !== 'retracted'
        ? [beside({ claimId, figure: stated.figure, cohortIds: stated.cohortIds, asOf })]
        : [],
    ),
    targets: targets
      .filter((target) => target.programId === programId)
      .map(({ commitmentId, figure, cohortIds }) => beside({ commitmentId, figure, cohortIds })),
  };
  return { ...comparison, measure: 'designated_schools', sentences: sentencesOf(comparison) };
}

/**
 * What claims say, side by side, and what they state beside what the record derives. Claims say with what they
 * are to be compared; nothing here knows any programme, and nothing is changed.
 */
export function claimDifferences(reads: Reads, request: DifferenceRequest = {}): ClaimDifferences {
  const { subject, programId, knownAt } = request;
  const claims = claimsOf(reads, undefined, knownAt);
  const targets = measuredTargets(reads, knownAt);
  const named = [...claims.map(({ comparison }) => comparison), ...targets].flatMap(
    (one) => one?.programId ?? [],
  );
  const programs = new Set([...programIds(reads, knownAt), ...named]);
  return {
    contradictions: contradictions(
      subject === undefined ? claims : claims.filter((one) => one.subject === subject),
    ),
    totals: [...programs]
      .filter((id) => programId === undefined || id === programId)
      .map((id) => totalsOf(reads, id, claims, targets, knownAt)),
  };
}
