import type { When } from '../kernel/index.ts';
import type { Call, CohortState, CohortStatus } from './state.ts';

/** A cohort as applications and schools read it, at the revision that they pin. */
export type CitedCohort = Readonly<{
  cohortId: string;
  revision: number;
  bodyId: string;
  status: Exclude<CohortStatus, 'none'>;
  definedAt?: When;
  call?: Call;
  selected: ReadonlySet<string>;
}>;

/** After this no school may apply: the last day for applications, or the closing where that came first. */
export const endOfCall = ({ closesAt, closedAt }: Call): When =>
  closedAt && closedAt.latest < closesAt.latest ? closedAt : closesAt;

/** Undefined where there is no such cohort. */
export function citedCohort(
  { status, bodyId, definedAt, call, selected }: CohortState,
  at: Readonly<{ cohortId: string; revision: number }>,
): CitedCohort | undefined {
  if (status === 'none') return undefined;
  return { ...at, status, bodyId, ...(definedAt && { definedAt }), ...(call && { call }), selected };
}
