import { application, body, cohort, organization, school } from '#governance';
import type { StreamWriter } from '#recording';

/*
 * What cohorts, applications and schools read of other streams: at the last durable revision, which their
 * events pin. An id that is not given is answered as what is not there.
 */

type Maybe<T> = Promise<T | undefined>;

export async function readCohort(
  writer: StreamWriter,
  cohortId: string | undefined,
): Maybe<cohort.CitedCohort> {
  if (cohortId === undefined) return undefined;
  const { state, revision } = await writer.load(cohort.decider, cohortId);
  return cohort.citedCohort(state, { cohortId, revision });
}

export async function readApplication(
  writer: StreamWriter,
  cohortId: string | undefined,
  schoolId: string,
): Maybe<application.CitedApplication> {
  if (cohortId === undefined) return undefined;
  const id = application.applicationIdOf(cohortId, schoolId);
  const { state, revision } = await writer.load(application.decider, id);
  return application.citedApplication(state, { cohortId, schoolId, revision });
}

export async function readSchool(
  writer: StreamWriter,
  schoolId: string | undefined,
): Maybe<school.CitedSchool> {
  if (schoolId === undefined) return undefined;
  const { state, revision } = await writer.load(school.decider, schoolId);
  return school.citedSchool(state, { schoolId, revision });
}

export async function isRegistered(
  writer: StreamWriter,
  organizationId: string | undefined,
): Promise<boolean> {
  if (organizationId === undefined) return false;
  return (await writer.load(organization.decider, organizationId)).state.registered;
}

export async function isEstablished(writer: StreamWriter, bodyId: string | undefined): Promise<boolean> {
  if (bodyId === undefined) return false;
  return (await writer.load(body.decider, bodyId)).revision >= 0;
}
