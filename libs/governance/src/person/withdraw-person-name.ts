import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonNameWithdrawn } from './events.ts';
import type { PersonIdFact } from './facts.ts';
import { knownPerson } from './guards.ts';
import type { PersonState } from './state.ts';

/** The person is public by the seat alone again. */
export type WithdrawPersonName = Readonly<{ type: 'WithdrawPersonName' }>;

export function* withdrawPersonName(
  state: PersonState,
  _command: WithdrawPersonName,
  facts: PersonIdFact,
): Decision<PersonNameWithdrawn> {
  yield* knownPerson(state, facts);
  if (!state.published) return yield* refuse('PERSON_NAME_NOT_PUBLIC', { personId: facts.personId });
  return [{ type: 'PersonNameWithdrawn' }];
}
