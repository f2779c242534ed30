import { notBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Check } from '../kernel/index.ts';
import type { CohortSize } from './events.ts';
import type { CohortState } from './state.ts';

/** The cohort is defined, and what is done with it was not done before. */
export function* definedCohort({ status, definedAt }: CohortState, { at }: AtFact): Check {
  if (status === 'none') yield* refuse('COHORT_UNKNOWN');
  yield* notBefore(at, definedAt);
}

/** To a closed cohort nothing is added. */
export function* openCohort(state: CohortState, facts: AtFact): Check {
  yield* definedCohort(state, facts);
  if (state.status === 'closed') yield* refuse('COHORT_CLOSED');
}

/** A cohort of known size holds no more schools; whoever wants more revises the size first. */
export function* withinCapacity(capacity: CohortSize, selected: number): Check {
  if (capacity !== 'unknown' && selected > capacity)
    yield* refuse('CAPACITY_EXCEEDED', { capacity, selected });
}
