import type { Decider } from '../kernel/index.ts';
import type { PersonEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { linkPersons } from './link-persons.ts';
import type { LinkPersons } from './link-persons.ts';
import { registerPerson } from './register-person.ts';
import type { RegisterPerson } from './register-person.ts';
import { evolve, noPerson } from './state.ts';
import type { PersonState } from './state.ts';

export * from './events.ts';
export type { Facts } from './facts.ts';
export type { LinkPersons } from './link-persons.ts';
export type { RegisterPerson } from './register-person.ts';
export type { PersonState } from './state.ts';

export type Command = RegisterPerson | LinkPersons;

/** Stream `person-{id}`. */
export const decider: Decider<PersonState, PersonEvent, Command, Facts> = {
  category: 'person',
  initialState: noPerson,
  evolve,
  decide: (state, command, facts) =>
    command.type === 'RegisterPerson'
      ? registerPerson(state, command, facts)
      : linkPersons(state, command, facts),
};
