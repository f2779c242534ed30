import type { Decision } from '../kernel/index.ts';
import { disputeClaim } from './dispute-claim.ts';
import type { DisputeClaim } from './dispute-claim.ts';
import type { ClaimEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { reconcileClaims } from './reconcile-claims.ts';
import type { ReconcileClaims } from './reconcile-claims.ts';
import { recordClaim } from './record-claim.ts';
import type { RecordClaim } from './record-claim.ts';
import { retractClaim } from './retract-claim.ts';
import type { RetractClaim } from './retract-claim.ts';
import type { ClaimState } from './state.ts';

export type Command = RecordClaim | DisputeClaim | ReconcileClaims | RetractClaim;

type Decide<C> = (state: ClaimState, command: C, facts: Facts) => Decision<ClaimEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  RecordClaim: recordClaim,
  DisputeClaim: disputeClaim,
  ReconcileClaims: reconcileClaims,
  RetractClaim: retractClaim,
};

export const decide: Decide<Command> = (state, command, facts) =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
