import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonDataChanged, PersonNameWithdrawn } from './events.ts';
import type { PersonIdFact, SealedFact } from './facts.ts';
import { knownPerson } from './guards.ts';
import type { PersonState } from './state.ts';

/** The name of a person is recorded, or corrected; it comes sealed. */
export type ChangePersonData = Readonly<{ type: 'ChangePersonData' }>;

/** What was public was another name: it is withdrawn, and the new one is published by whoever may. */
export function* changePersonData(
  state: PersonState,
  _command: ChangePersonData,
  facts: PersonIdFact & SealedFact,
): Decision<PersonDataChanged | PersonNameWithdrawn> {
  yield* knownPerson(state, facts);
  const { personId, sealed, idTellsName } = facts;
  if (idTellsName) return yield* refuse('PERSON_ID_TELLS_NAME', { personId });
  if (!sealed) return yield* refuse('PERSON_ERASED', { personId });
  const withdrawn: PersonNameWithdrawn = { type: 'PersonNameWithdrawn' };
  return [{ type: 'PersonDataChanged', ...sealed }, ...(state.published ? [withdrawn] : [])];
}
