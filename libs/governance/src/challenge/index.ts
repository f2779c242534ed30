import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { ChallengeEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noChallenge } from './state.ts';
import type { ChallengeState } from './state.ts';

/** Stream `challenge-{id}`. */
export const decider: Decider<ChallengeState, ChallengeEvent, Command, Facts> = {
  category: 'challenge',
  initialState: noChallenge,
  evolve,
  decide,
};

export type { CloseChallenge } from './close-challenge.ts';
export type { Command } from './decide.ts';
export type { DeclineCure } from './decline-cure.ts';
export * from './events.ts';
export type { Facts } from './facts.ts';
export type { ReceiveCureDemand } from './receive-cure-demand.ts';
export type { ChallengeState, ChallengeStatus } from './state.ts';
export type { TakeCureAction } from './take-cure-action.ts';
export { streamsRead } from './streams-read.ts';
