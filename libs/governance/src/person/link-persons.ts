import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonsLinked } from './events.ts';
import type { OtherPersonFact, PersonIdFact } from './facts.ts';
import { knownPerson } from './guards.ts';
import type { PersonState } from './state.ts';

/** Two ids are one person's: a link, never a merge that would rewrite who voted. */
export type LinkPersons = Readonly<{ type: 'LinkPersons' }> & Omit<PersonsLinked, 'type'>;

export function* linkPersons(
  state: PersonState,
  command: LinkPersons,
  { personId, other }: PersonIdFact & OtherPersonFact,
): Decision<PersonsLinked> {
  const { otherPersonId } = command;
  yield* knownPerson(state, { personId });
  if (otherPersonId === personId) return yield* refuse('PERSON_LINKED_TO_ITSELF', { personId });
  if (!other) return yield* refuse('PERSON_UNKNOWN', { personId: otherPersonId });
  if (state.linkedTo.has(otherPersonId) || other.linkedTo.has(personId))
    return yield* refuse('PERSONS_ALREADY_LINKED', { personId, otherPersonId });
  return [{ ...command, type: 'PersonsLinked' }];
}
