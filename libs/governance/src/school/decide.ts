import type { Decision } from '../kernel/index.ts';
import { assignCoordinator } from './assign-coordinator.ts';
import type { AssignCoordinator } from './assign-coordinator.ts';
import { changeSiteLeader } from './change-site-leader.ts';
import type { ChangeSiteLeader } from './change-site-leader.ts';
import { designateSchool } from './designate-school.ts';
import type { DesignateSchool } from './designate-school.ts';
import { endDesignation } from './end-designation.ts';
import type { EndDesignation } from './end-designation.ts';
import type { SchoolEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { formSiteBody } from './form-site-body.ts';
import type { FormSiteBody } from './form-site-body.ts';
import { mergeSchool } from './merge-school.ts';
import type { MergeSchool } from './merge-school.ts';
import { registerSchool } from './register-school.ts';
import type { RegisterSchool } from './register-school.ts';
import { renameSchool } from './rename-school.ts';
import type { RenameSchool } from './rename-school.ts';
import { renewDesignation } from './renew-designation.ts';
import type { RenewDesignation } from './renew-designation.ts';
import { restoreDesignation } from './restore-designation.ts';
import type { RestoreDesignation } from './restore-designation.ts';
import type { SchoolState } from './state.ts';
import { suspendDesignation } from './suspend-designation.ts';
import type { SuspendDesignation } from './suspend-designation.ts';

export type Command =
  | RegisterSchool
  | DesignateSchool
  | RenewDesignation
  | SuspendDesignation
  | RestoreDesignation
  | EndDesignation
  | RenameSchool
  | MergeSchool
  | FormSiteBody
  | ChangeSiteLeader
  | AssignCoordinator;

type Decide<C> = (state: SchoolState, command: C, facts: Facts) => Decision<SchoolEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  RegisterSchool: registerSchool,
  DesignateSchool: designateSchool,
  RenewDesignation: renewDesignation,
  SuspendDesignation: suspendDesignation,
  RestoreDesignation: restoreDesignation,
  EndDesignation: endDesignation,
  RenameSchool: renameSchool,
  MergeSchool: mergeSchool,
  FormSiteBody: formSiteBody,
  ChangeSiteLeader: changeSiteLeader,
  AssignCoordinator: assignCoordinator,
};

export const decide = (state: SchoolState, command: Command, facts: Facts): Decision<SchoolEvent> =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
