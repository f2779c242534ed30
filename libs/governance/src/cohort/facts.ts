import type { CitedApplication } from '../application/cited.ts';
import type { Roster } from '../body/roster.ts';
import type { AtFact } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';

/** The body that keeps the cohort as of `at`; undefined where there is none. */
export type BodyFact = Readonly<{ body: Pick<Roster, 'dissolved'> | undefined }>;

/** Whether the organization that the command names is registered. */
export type OrganizationFact = Readonly<{ organizationRegistered: boolean }>;

/** The motion that the command cites; undefined where it cites none, or there is none. */
export type MotionFact = Readonly<{ motion: CitedMotion | undefined }>;

/** By school, the applications to this cohort of the schools that the command names. */
export type ApplicationsFact = Readonly<{ applications: ReadonlyMap<string, CitedApplication> }>;

/** Of the schools that the command names, those that nobody registered. */
export type SchoolsFact = Readonly<{ unknownSchoolIds: readonly string[] }>;

export type Facts = AtFact & BodyFact & OrganizationFact & MotionFact & ApplicationsFact & SchoolsFact;
