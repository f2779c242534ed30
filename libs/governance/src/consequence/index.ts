import type { AtFact, Decider } from '../kernel/index.ts';
import type { ConsequenceEvent } from './events.ts';
import { refuseConsequence } from './refuse-consequence.ts';
import type { RefuseConsequence } from './refuse-consequence.ts';

export * from './consequences.ts';
export * from './events.ts';
export type { RefuseConsequence } from './refuse-consequence.ts';

export type Command = RefuseConsequence;

/** Stream `consequence-{id of the causing event}`: what of its consequences was refused. */
export const decider: Decider<undefined, ConsequenceEvent, Command, AtFact> = {
  category: 'consequence',
  initialState: undefined,
  evolve: () => undefined,
  decide: refuseConsequence,
};
