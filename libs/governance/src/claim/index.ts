import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { ClaimEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noClaim } from './state.ts';
import type { ClaimState } from './state.ts';

/** Stream `claim-{id}`. */
export const decider: Decider<ClaimState, ClaimEvent, Command, Facts> = {
  category: 'claim',
  initialState: noClaim,
  evolve,
  decide,
};

export type { Command } from './decide.ts';
export type { DisputeClaim } from './dispute-claim.ts';
export * from './events.ts';
export type { Facts } from './facts.ts';
export type { ReconcileClaims } from './reconcile-claims.ts';
export type { RecordClaim } from './record-claim.ts';
export type { RetractClaim } from './retract-claim.ts';
export type { ClaimState } from './state.ts';
export { streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
