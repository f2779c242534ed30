import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { CohortClosed } from './events.ts';
import { openCohort } from './guards.ts';
import type { CohortState } from './state.ts';

/** The cohort is complete: no school joins it any more. An import says the size that a source states. */
export type CloseCohort = Readonly<{ type: 'CloseCohort'; size?: number }>;

export function* closeCohort(
  state: CohortState,
  { size }: CloseCohort,
  facts: AtFact,
): Decision<CohortClosed> {
  yield* openCohort(state, facts);
  const selected = state.selected.size;
  // Without selections there is nothing on record with which the stated size could be compared.
  if (size !== undefined && selected > 0 && size !== selected)
    yield irregular('COHORT_SIZE_DIFFERS', { stated: size, selected });
  return [{ type: 'CohortClosed', ...(size !== undefined && { size }) }];
}
