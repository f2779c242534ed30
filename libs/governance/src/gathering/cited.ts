import { applicationIdOf } from '../application/application-id.ts';
import { citedApplication } from '../application/cited.ts';
import type { CitedApplication } from '../application/cited.ts';
import { citedCohort } from '../cohort/cited.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import { isId } from '../kernel/index.ts';
import { citedMotion } from '../motion/cited.ts';
import type { CitedMotion } from '../motion/cited.ts';
import { citedSchool } from '../school/cited.ts';
import type { CitedSchool } from '../school/cited.ts';
import type { Asked } from './asked.ts';
import { load, loadAll } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/*
 * What a decision reads of streams that its command names, at the revision that the event pins. An id that is not
 * given is answered as what is not there.
 */

type Id = string | undefined;
type Maybe<T> = Gathering<T | undefined>;

export function* motionOf(motionId: Id): Maybe<CitedMotion> {
  if (motionId === undefined) return undefined;
  const { state, revision } = yield* load('motion', motionId);
  return citedMotion(state, { motionId, revision });
}

/** The motion that the envelope names as the authority, where that is the id of one: old sources name motions in words. */
export function* mandateOf({
  recordedBy: { authority },
}: Pick<Asked<never, never>, 'recordedBy'>): Maybe<CitedMotion> {
  const isNamed = authority?.kind === 'motion' && isId(authority.ref);
  return yield* motionOf(isNamed ? authority.ref : undefined);
}

export function* cohortOf(cohortId: Id): Maybe<CitedCohort> {
  if (cohortId === undefined) return undefined;
  const { state, revision } = yield* load('cohort', cohortId);
  return citedCohort(state, { cohortId, revision });
}

export function* applicationOf(cohortId: Id, schoolId: string): Maybe<CitedApplication> {
  if (cohortId === undefined) return undefined;
  const { state, revision } = yield* load('application', applicationIdOf(cohortId, schoolId));
  return citedApplication(state, { cohortId, schoolId, revision });
}

export function* schoolOf(schoolId: Id): Maybe<CitedSchool> {
  if (schoolId === undefined) return undefined;
  const { state, revision } = yield* load('school', schoolId);
  return citedSchool(state, { schoolId, revision });
}

/** Of organizations, those that are registered. */
export function* registeredOf(ids: Iterable<string>): Gathering<ReadonlySet<string>> {
  const found = yield* loadAll('organization', ids, ({ state }) => state.registered || undefined);
  return new Set(found.keys());
}

export function* isRegistered(organizationId: Id): Gathering<boolean> {
  return organizationId !== undefined && (yield* load('organization', organizationId)).state.registered;
}
