import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonMinoritySet, PersonNameWithdrawn } from './events.ts';
import type { PersonIdFact } from './facts.ts';
import { knownPerson } from './guards.ts';
import type { PersonState } from './state.ts';

/** The person is a minor, or is one no more. */
export type SetPersonMinority = Readonly<{ type: 'SetPersonMinority' }> & Omit<PersonMinoritySet, 'type'>;

/** Minors are never public by name: what was published is withdrawn in the same breath. */
export function* setPersonMinority(
  state: PersonState,
  { minor }: SetPersonMinority,
  facts: PersonIdFact,
): Decision<PersonMinoritySet | PersonNameWithdrawn> {
  yield* knownPerson(state, facts);
  if (state.minor === minor)
    return yield* refuse('PERSON_MINORITY_UNCHANGED', { personId: facts.personId, minor });
  const withdrawn: PersonNameWithdrawn = { type: 'PersonNameWithdrawn' };
  return [{ type: 'PersonMinoritySet', minor }, ...(minor && state.published ? [withdrawn] : [])];
}
