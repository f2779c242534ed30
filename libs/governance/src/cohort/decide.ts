import type { Decision } from '../kernel/index.ts';
import { approveCohortSelection } from './approve-cohort-selection.ts';
import type { ApproveCohortSelection } from './approve-cohort-selection.ts';
import { closeApplicationCall } from './close-application-call.ts';
import type { CloseApplicationCall } from './close-application-call.ts';
import { closeCohort } from './close-cohort.ts';
import type { CloseCohort } from './close-cohort.ts';
import { defineCohort } from './define-cohort.ts';
import type { DefineCohort } from './define-cohort.ts';
import type { CohortEvent } from './events.ts';
import { extendApplicationCall } from './extend-application-call.ts';
import type { ExtendApplicationCall } from './extend-application-call.ts';
import type { Facts } from './facts.ts';
import { openApplicationCall } from './open-application-call.ts';
import type { OpenApplicationCall } from './open-application-call.ts';
import { reviseCohortSize } from './revise-cohort-size.ts';
import type { ReviseCohortSize } from './revise-cohort-size.ts';
import type { CohortState } from './state.ts';

export type Command =
  | DefineCohort
  | OpenApplicationCall
  | ExtendApplicationCall
  | CloseApplicationCall
  | ReviseCohortSize
  | ApproveCohortSelection
  | CloseCohort;

type Decide<C> = (state: CohortState, command: C, facts: Facts) => Decision<CohortEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  DefineCohort: defineCohort,
  OpenApplicationCall: openApplicationCall,
  ExtendApplicationCall: extendApplicationCall,
  CloseApplicationCall: closeApplicationCall,
  ReviseCohortSize: reviseCohortSize,
  ApproveCohortSelection: approveCohortSelection,
  CloseCohort: closeCohort,
};

export const decide = (state: CohortState, command: Command, facts: Facts): Decision<CohortEvent> =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
