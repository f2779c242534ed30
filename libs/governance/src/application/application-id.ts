/**
 * The id of an application is the cohort and the school, with a colon between them, which no other id holds. So
 * a school has one stream for each cohort, and its expected revision keeps a second application out: no
 * command has to look through other streams.
 */
export const applicationIdOf = (cohortId: string, schoolId: string): string => `${cohortId}:${schoolId}`;

/** @param applicationId as `applicationIdOf` makes it */
export function partsOf(applicationId: string): Readonly<{ cohortId: string; schoolId: string }> {
  const colon = applicationId.indexOf(':');
  return { cohortId: applicationId.slice(0, colon), schoolId: applicationId.slice(colon + 1) };
}
