import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonRegistered } from './events.ts';
import type { PersonIdFact } from './facts.ts';
import type { PersonState } from './state.ts';

/** A person enters the record under a pseudonym, once. */
export type RegisterPerson = Readonly<{ type: 'RegisterPerson'; keyId?: string }>;

export function* registerPerson(
  state: PersonState,
  { keyId }: RegisterPerson,
  { personId }: PersonIdFact,
): Decision<PersonRegistered> {
  if (state.registered) return yield* refuse('PERSON_EXISTS', { personId });
  return [{ type: 'PersonRegistered', personId, ...(keyId !== undefined && { keyId }) }];
}
