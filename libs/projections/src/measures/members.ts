import { atInstant, holdsAt } from '#governance';
import type { Certainty, When } from '#governance';
import type { Reads } from '../runtime/index.ts';
import { getSchool, schoolIdsOfCohort } from '../schools/queries.ts';
import type { DesignationView } from '../schools/views.ts';

/** How a school belongs to a cohort into which it was designated. */
export type Membership = Readonly<{
  schoolId: string;
  held: Certainty;
  /** Whether its designation had ended by then. */
  left: Certainty;
}>;

type Times = Readonly<{ asOf?: When | undefined; knownAt?: string | undefined }>;

function leftBy({ held, acts }: DesignationView, asOf: When): Certainty {
  const end = acts.find(({ act }) => act === 'DesignationEnded')?.effectiveFrom;
  if (!end || held === 'certain') return 'no';
  return holdsAt({ start: end }, asOf);
}

/** Of a school that was designated into it again, what the later designation comes to. */
function membership(
  reads: Reads,
  schoolId: string,
  cohortId: string,
  { asOf = atInstant(new Date().toISOString()), knownAt }: Times,
): readonly Membership[] {
  const all = getSchool(reads, schoolId, { asOf, knownAt })?.designations ?? [];
  const into = all.filter((one) => one.cohortId === cohortId);
  const one = into.findLast(({ held }) => held !== 'no') ?? into.at(-1);
  return one ? [{ schoolId, held: one.held, left: leftBy(one, asOf) }] : [];
}

/** The schools that were designated into a cohort, as the record knew it; each once. */
export const membersOf = (reads: Reads, cohortId: string, times: Times): readonly Membership[] =>
  schoolIdsOfCohort(reads, cohortId).flatMap((schoolId) => membership(reads, schoolId, cohortId, times));
