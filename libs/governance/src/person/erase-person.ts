import type { Decision } from '../kernel/index.ts';
import type { PersonErased } from './events.ts';
import type { PersonIdFact } from './facts.ts';
import { knownPerson } from './guards.ts';
import type { PersonState } from './state.ts';

/** Everything that tells who the person is goes; what the person did in a seat stands. */
export type ErasePerson = Readonly<{ type: 'ErasePerson' }> & Omit<PersonErased, 'type'>;

export function* erasePerson(
  state: PersonState,
  { basis }: ErasePerson,
  facts: PersonIdFact,
): Decision<PersonErased> {
  yield* knownPerson(state, facts);
  return [{ type: 'PersonErased', basis }];
}
