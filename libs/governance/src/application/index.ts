import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { ApplicationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noApplication } from './state.ts';
import type { ApplicationState } from './state.ts';

/** Stream `application-{id}`. */
export const decider: Decider<ApplicationState, ApplicationEvent, Command, Facts> = {
  category: 'application',
  initialState: noApplication,
  evolve,
  decide,
};

export * from './application-id.ts';
export { citedApplication } from './cited.ts';
export type { CitedApplication } from './cited.ts';
export type { Command } from './decide.ts';
export * from './events.ts';
export type * from './facts.ts';
export type { NotSelectApplication } from './not-select-application.ts';
export type { RecommendApplication } from './recommend-application.ts';
export type { RecordSiteSignOff } from './record-site-sign-off.ts';
export type { RecuseReviewer } from './recuse-reviewer.ts';
export type { ResubmitApplication } from './resubmit-application.ts';
export type { ReturnApplication } from './return-application.ts';
export type { ReviewApplication } from './review-application.ts';
export type { RevokeSiteSignOff } from './revoke-site-sign-off.ts';
export type { SelectApplication } from './select-application.ts';
export type { StartApplication } from './start-application.ts';
export type { ApplicationState, ApplicationStatus } from './state.ts';
export type { SubmitApplication } from './submit-application.ts';
export type { WithdrawApplication } from './withdraw-application.ts';
