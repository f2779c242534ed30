import type { CitedApplication } from '../application/cited.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import type { AtFact, Authority } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';
import type { CitedSchool } from './cited.ts';

/** The id of the school itself. */
export type SchoolFact = Readonly<{ schoolId: string }>;

/** Whether there is the body that the command names, and the organization that it names is registered. */
export type RegistryFact = Readonly<{ bodyExists: boolean; organizationRegistered: boolean }>;

/** What carries the act: the motion that the command cites, or else the authority that is stated. */
export type CarryingFact = Readonly<{ motion: CitedMotion | undefined; authority: Authority | undefined }>;

/** The cohort that the command names, and the school's application to it; undefined where there is none. */
export type CohortFact = Readonly<{
  cohort: CitedCohort | undefined;
  application: CitedApplication | undefined;
}>;

/** The other school that the command names; undefined where there is none. */
export type OtherSchoolFact = Readonly<{ otherSchool: CitedSchool | undefined }>;

export type Facts = AtFact & SchoolFact & RegistryFact & CarryingFact & CohortFact & OtherSchoolFact;
