import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { PersonDataErased } from './events.ts';
import type { PersonIdFact } from './facts.ts';
import type { PersonState } from './state.ts';

/** What `ErasePerson` asked for is done. The process that does it says so, and nobody else. */
export type ConfirmErasure = Readonly<{ type: 'ConfirmErasure' }>;

export function* confirmErasure(
  { erased }: PersonState,
  _command: ConfirmErasure,
  { personId }: PersonIdFact,
): Decision<PersonDataErased> {
  if (erased !== 'asked') return yield* refuse('PERSON_ERASURE_NOT_ASKED', { personId, erased });
  return [{ type: 'PersonDataErased' }];
}
