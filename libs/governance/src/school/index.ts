import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { SchoolEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noSchool } from './state.ts';
import type { SchoolState } from './state.ts';

/** Stream `school-{id}`. */
export const decider: Decider<SchoolState, SchoolEvent, Command, Facts> = {
  category: 'school',
  initialState: noSchool,
  evolve,
  decide,
};

export type { AssignCoordinator } from './assign-coordinator.ts';
export type { ChangeSiteLeader } from './change-site-leader.ts';
export { citedSchool } from './cited.ts';
export type { CitedSchool } from './cited.ts';
export type { Command } from './decide.ts';
export type { DesignateSchool } from './designate-school.ts';
export type { EndDesignation } from './end-designation.ts';
export * from './events.ts';
export type * from './facts.ts';
export type { FormSiteBody } from './form-site-body.ts';
export type { MergeSchool } from './merge-school.ts';
export type { RegisterSchool } from './register-school.ts';
export type { RenameSchool } from './rename-school.ts';
export type { RenewDesignation } from './renew-designation.ts';
export type { RestoreDesignation } from './restore-designation.ts';
export type { Designation, SchoolState, SchoolStatus } from './state.ts';
export type { SuspendDesignation } from './suspend-designation.ts';
export { streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
