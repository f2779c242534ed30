import { applicationIdOf } from './application-id.ts';
import type { ApplicationState, ApplicationStatus } from './state.ts';

/** An application as cohorts and schools read it, at the revision that they pin. */
export type CitedApplication = Readonly<{
  applicationId: string;
  revision: number;
  status: Exclude<ApplicationStatus, 'none'>;
  /** The site body has signed off, and not revoked it. */
  signedOff: boolean;
}>;

/** Undefined where there is no such application. */
export function citedApplication(
  { status, signedOffBy }: ApplicationState,
  { cohortId, schoolId, revision }: Readonly<{ cohortId: string; schoolId: string; revision: number }>,
): CitedApplication | undefined {
  if (status === 'none') return undefined;
  const applicationId = applicationIdOf(cohortId, schoolId);
  return { applicationId, revision, status, signedOff: signedOffBy !== undefined };
}
