import type { Roster } from '../body/roster.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import type { AtFact } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';
import type { CitedSchool } from '../school/cited.ts';

/** The cohort and the school that the id names; undefined where there is none. */
export type PartiesFact = Readonly<{
  cohortId: string;
  schoolId: string;
  cohort: CitedCohort | undefined;
  school: CitedSchool | undefined;
}>;

/** The roster of the cohort's body as of `at`. */
export type RosterFact = Readonly<{ roster: Roster | undefined }>;

/** The motion of the vote that the command cites; undefined where it cites none, or there is none. */
export type MotionFact = Readonly<{ motion: CitedMotion | undefined }>;

export type Facts = AtFact & PartiesFact & RosterFact & MotionFact;
