import type { Decider } from '../kernel/index.ts';
import type { SourceEvent } from './events.ts';
import { registerSource } from './register-source.ts';
import type { RegisterSource, SourceFacts } from './register-source.ts';
import { evolve, noSource } from './state.ts';
import type { SourceState } from './state.ts';

export * from './events.ts';
export type { RegisterSource } from './register-source.ts';
export type { SourceState } from './state.ts';

export type Command = RegisterSource;
export type Facts = SourceFacts;

/** Stream `source-{id}`. */
export const decider: Decider<SourceState, SourceEvent, Command, Facts> = {
  category: 'source',
  initialState: noSource,
  evolve,
  decide: registerSource,
};
