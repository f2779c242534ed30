import type { Decider, Decision } from '../kernel/index.ts';
import { changePersonData } from './change-person-data.ts';
import type { ChangePersonData } from './change-person-data.ts';
import { confirmErasure } from './confirm-erasure.ts';
import type { ConfirmErasure } from './confirm-erasure.ts';
import { erasePerson } from './erase-person.ts';
import type { ErasePerson } from './erase-person.ts';
import type { PersonEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { linkPersons } from './link-persons.ts';
import type { LinkPersons } from './link-persons.ts';
import { publishPersonName } from './publish-person-name.ts';
import type { PublishPersonName } from './publish-person-name.ts';
import { registerPerson } from './register-person.ts';
import type { RegisterPerson } from './register-person.ts';
import { setPersonMinority } from './set-person-minority.ts';
import type { SetPersonMinority } from './set-person-minority.ts';
import { evolve, noPerson } from './state.ts';
import type { PersonState } from './state.ts';
import { withdrawPersonName } from './withdraw-person-name.ts';
import type { WithdrawPersonName } from './withdraw-person-name.ts';

export * from './events.ts';
export type { Facts } from './facts.ts';
export type { ChangePersonData } from './change-person-data.ts';
export type { ConfirmErasure } from './confirm-erasure.ts';
export type { ErasePerson } from './erase-person.ts';
export type { LinkPersons } from './link-persons.ts';
export type { PublishPersonName } from './publish-person-name.ts';
export type { RegisterPerson } from './register-person.ts';
export type { SetPersonMinority } from './set-person-minority.ts';
export type { WithdrawPersonName } from './withdraw-person-name.ts';
export type { PersonState } from './state.ts';

export type Command =
  | RegisterPerson
  | LinkPersons
  | ChangePersonData
  | SetPersonMinority
  | PublishPersonName
  | WithdrawPersonName
  | ErasePerson
  | ConfirmErasure;

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

type Decide<C> = (state: PersonState, command: C, facts: Facts) => Decision<PersonEvent>;

/** Every command with its decision. */
const decisions: { readonly [T in Command['type']]: Decide<CommandOf<T>> } = {
  RegisterPerson: registerPerson,
  LinkPersons: linkPersons,
  ChangePersonData: changePersonData,
  SetPersonMinority: setPersonMinority,
  PublishPersonName: publishPersonName,
  WithdrawPersonName: withdrawPersonName,
  ErasePerson: erasePerson,
  ConfirmErasure: confirmErasure,
};

/** Stream `person-{id}`. */
export const decider: Decider<PersonState, PersonEvent, Command, Facts> = {
  category: 'person',
  initialState: noPerson,
  evolve,
  decide: (state, command, facts) => {
    // The table pairs each type of command with the decision on it, which the compiler cannot follow.
    const decision = decisions[command.type] as Decide<Command>;
    return decision(state, command, facts);
  },
};
