import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { CohortSize, CohortSizeRevised } from './events.ts';
import { openCohort, withinCapacity } from './guards.ts';
import type { CohortState } from './state.ts';

/** More or fewer schools than planned shall join; never fewer than are selected. */
export type ReviseCohortSize = Readonly<{
  type: 'ReviseCohortSize';
  plannedSize: CohortSize;
  reason?: string;
}>;

export function* reviseCohortSize(
  state: CohortState,
  { plannedSize, reason }: ReviseCohortSize,
  facts: AtFact,
): Decision<CohortSizeRevised> {
  yield* openCohort(state, facts);
  if (plannedSize === state.plannedSize) return yield* refuse('COHORT_SIZE_UNCHANGED', { plannedSize });
  yield* withinCapacity(plannedSize, state.selected.size);
  const because = reason !== undefined && { reason };
  return [{ type: 'CohortSizeRevised', from: state.plannedSize, to: plannedSize, ...because }];
}
