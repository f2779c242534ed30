import type { Decision } from '../kernel/index.ts';
import type { ApplicationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { notSelectApplication } from './not-select-application.ts';
import type { NotSelectApplication } from './not-select-application.ts';
import { recommendApplication } from './recommend-application.ts';
import type { RecommendApplication } from './recommend-application.ts';
import { recordSiteSignOff } from './record-site-sign-off.ts';
import type { RecordSiteSignOff } from './record-site-sign-off.ts';
import { recuseReviewer } from './recuse-reviewer.ts';
import type { RecuseReviewer } from './recuse-reviewer.ts';
import { resubmitApplication } from './resubmit-application.ts';
import type { ResubmitApplication } from './resubmit-application.ts';
import { returnApplication } from './return-application.ts';
import type { ReturnApplication } from './return-application.ts';
import { reviewApplication } from './review-application.ts';
import type { ReviewApplication } from './review-application.ts';
import { revokeSiteSignOff } from './revoke-site-sign-off.ts';
import type { RevokeSiteSignOff } from './revoke-site-sign-off.ts';
import { selectApplication } from './select-application.ts';
import type { SelectApplication } from './select-application.ts';
import { startApplication } from './start-application.ts';
import type { StartApplication } from './start-application.ts';
import type { ApplicationState } from './state.ts';
import { submitApplication } from './submit-application.ts';
import type { SubmitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';
import type { WithdrawApplication } from './withdraw-application.ts';

export type Command =
  | StartApplication
  | RecordSiteSignOff
  | RevokeSiteSignOff
  | SubmitApplication
  | ReturnApplication
  | ResubmitApplication
  | ReviewApplication
  | RecuseReviewer
  | RecommendApplication
  | SelectApplication
  | NotSelectApplication
  | WithdrawApplication;

type Decide<C> = (state: ApplicationState, command: C, facts: Facts) => Decision<ApplicationEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  StartApplication: startApplication,
  RecordSiteSignOff: recordSiteSignOff,
  RevokeSiteSignOff: revokeSiteSignOff,
  SubmitApplication: submitApplication,
  ReturnApplication: returnApplication,
  ResubmitApplication: resubmitApplication,
  ReviewApplication: reviewApplication,
  RecuseReviewer: recuseReviewer,
  RecommendApplication: recommendApplication,
  SelectApplication: selectApplication,
  NotSelectApplication: notSelectApplication,
  WithdrawApplication: withdrawApplication,
};

export const decide = (state: ApplicationState, command: Command, facts: Facts): Decision<ApplicationEvent> =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
