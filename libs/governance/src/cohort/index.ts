import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { CohortEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noCohort } from './state.ts';
import type { CohortState } from './state.ts';

/** Stream `cohort-{id}`. */
export const decider: Decider<CohortState, CohortEvent, Command, Facts> = {
  category: 'cohort',
  initialState: noCohort,
  evolve,
  decide,
};

export type { ApproveCohortSelection } from './approve-cohort-selection.ts';
export { citedCohort } from './cited.ts';
export type { CitedCohort } from './cited.ts';
export type { CloseApplicationCall } from './close-application-call.ts';
export type { CloseCohort } from './close-cohort.ts';
export type { Command } from './decide.ts';
export type { DefineCohort } from './define-cohort.ts';
export * from './events.ts';
export type { ExtendApplicationCall } from './extend-application-call.ts';
export type * from './facts.ts';
export type { OpenApplicationCall } from './open-application-call.ts';
export type { ReviseCohortSize } from './revise-cohort-size.ts';
export type { Call, CohortState, CohortStatus } from './state.ts';
export { streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
