import { atInstant, holdsAt } from '#governance';
import type { Certainty, When } from '#governance';
import type { Reads } from '../runtime/index.ts';
import { getSchool, schoolIdsOfCohort } from '../schools/queries.ts';
import { getCohort } from './queries.ts';
import type { CohortRegisterView, CohortView, RegisterEntry, RunningTotal, UnplacedSchool } from './views.ts';

export type RegisterRequest = Readonly<{
  programId: string;
  bodyId?: string | undefined;
  /** Cohorts that had joined by then; by default those of any time. */
  asOf?: When | undefined;
  /** What the record knew then: an instant, ISO 8601 UTC with milliseconds; by default everything. */
  knownAt?: string | undefined;
}>;

const nothing: RunningTotal = { known: 0, unknownParts: 0, atLeast: 0, plannedParts: 0 };

/** What is designated is there: of an unknown size it is a lower bound, as what is selected is. */
function plus(
  total: RunningTotal,
  { size, designated }: Pick<RegisterEntry, 'size' | 'designated'>,
): RunningTotal {
  const { schools, basis } = size;
  if (schools === undefined) {
    const atLeast = total.atLeast + Math.max(size.atLeast, designated.certain);
    return { ...total, unknownParts: total.unknownParts + 1, atLeast };
  }
  const plannedParts = total.plannedParts + Number(basis === 'planned');
  return { ...total, known: total.known + schools, atLeast: total.atLeast + schools, plannedParts };
}

type Defined = CohortView & Required<Pick<CohortView, 'definition'>>;
const isDefined = (one: CohortView | undefined): one is Defined => one?.definition !== undefined;

/** Cohorts of no stated place come last, by when their schools joined, as early as that may have been. */
function inProgramme({ definition: a }: Defined, { definition: b }: Defined): number {
  const [first, second] = [a.ordinal ?? Infinity, b.ordinal ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  return a.schoolYear.earliest < b.schoolYear.earliest
    ? -1
    : Number(a.schoolYear.earliest > b.schoolYear.earliest);
}

function cohortsOf(reads: Reads, { programId, bodyId, knownAt }: RegisterRequest): readonly Defined[] {
  const sql =
    'SELECT cohort_id AS id FROM cohorts WHERE program_id = ? AND body_id = coalesce(?, body_id) ORDER BY position';
  const ids = reads.all<{ id: string }>(sql, programId, bodyId ?? null);
  return ids
    .map(({ id }) => getCohort(reads, id, knownAt))
    .filter(isDefined)
    .sort(inProgramme);
}

/** Until another time is asked for, what holds now. */
const timesOf = ({ asOf, knownAt }: RegisterRequest) => ({
  asOf: asOf ?? atInstant(new Date().toISOString()),
  knownAt,
});

function designatedInto(
  reads: Reads,
  cohortId: string,
  request: RegisterRequest,
): RegisterEntry['designated'] {
  const held = schoolIdsOfCohort(reads, cohortId).map((id) => {
    const designations = getSchool(reads, id, timesOf(request))?.designations ?? [];
    return designations.find((one) => one.cohortId === cohortId && one.held !== 'no')?.held;
  });
  const count = (certainty: Certainty) => held.filter((one) => one === certainty).length;
  return { certain: count('certain'), possible: count('possible') };
}

function unplaced(
  reads: Reads,
  bodyIds: ReadonlySet<string>,
  request: RegisterRequest,
): readonly UnplacedSchool[] {
  return schoolIdsOfCohort(reads).flatMap((schoolId): readonly UnplacedSchool[] => {
    const school = getSchool(reads, schoolId, timesOf(request));
    const held = school?.designations.find((one) => one.cohortId === undefined && one.held !== 'no')?.held;
    if (!school || !held || held === 'no' || !bodyIds.has(school.bodyId ?? '')) return [];
    return [{ schoolId, ...(school.name !== undefined && { name: school.name }), held }];
  });
}

/** The entries in order, each with the total of those up to it. */
function withTotals(
  reads: Reads,
  cohorts: readonly Defined[],
  request: RegisterRequest,
): readonly RegisterEntry[] {
  let runningTotal = nothing;
  return cohorts.flatMap(({ cohortId, definition, status, size }): readonly RegisterEntry[] => {
    const { label, ordinal, schoolYear, provenance } = definition;
    const joined = request.asOf ? holdsAt({ start: schoolYear }, request.asOf) : 'certain';
    if (joined === 'no') return [];
    const designated = designatedInto(reads, cohortId, request);
    runningTotal = plus(runningTotal, { size, designated });
    const place = ordinal !== undefined && { ordinal };
    return [
      { cohortId, label, ...place, schoolYear, status, size, joined, designated, runningTotal, provenance },
    ];
  });
}

/** The cohorts of a programme with running totals; undefined where none was known. */
export function cohortRegister(reads: Reads, request: RegisterRequest): CohortRegisterView | undefined {
  const { programId, bodyId, asOf, knownAt } = request;
  const known = cohortsOf(reads, request);
  if (known.length === 0) return undefined;
  const cohorts = withTotals(reads, known, request);
  const sum = (joined: Certainty) => cohorts.filter((one) => one.joined === joined).reduce(plus, nothing);
  return {
    programId,
    ...(bodyId !== undefined && { bodyId }),
    ...(asOf && { asOf }),
    ...(knownAt !== undefined && { knownAt }),
    cohorts,
    total: sum('certain'),
    possible: sum('possible'),
    cohortUnknown: unplaced(reads, new Set(known.map(({ definition }) => definition.bodyId)), request),
  };
}
