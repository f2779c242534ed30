import { refuse } from '../kernel/index.ts';
import type { Check } from '../kernel/index.ts';
import type { PersonIdFact } from './facts.ts';
import type { PersonState } from './state.ts';

/** The person is registered and not erased. */
export function* knownPerson(state: PersonState, { personId }: PersonIdFact): Check {
  if (!state.registered) yield* refuse('PERSON_UNKNOWN', { personId });
  if (state.erased !== 'no') yield* refuse('PERSON_ERASED', { personId });
}
