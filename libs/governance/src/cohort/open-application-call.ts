import { refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import type { ApplicationCallOpened, Criterion } from './events.ts';
import { openCohort } from './guards.ts';
import type { CohortState } from './state.ts';

/** Schools are asked to apply, until a day, by criteria of a version. */
export type OpenApplicationCall = Omit<ApplicationCallOpened, 'type' | 'siteSignOffRequired'> &
  Readonly<{
    type: 'OpenApplicationCall';
    /** Required if not said otherwise. */
    siteSignOffRequired?: boolean;
  }>;

export function* windowInOrder(opensAt: When, closesAt: When): Check {
  if (closesAt.latest < opensAt.earliest)
    yield* refuse('CALL_WINDOW_INVERTED', { opensAt: opensAt.literal, closesAt: closesAt.literal });
}

function* eachCriterionOnce(criteria: readonly Criterion[]): Check {
  const ids = criteria.map(({ criterionId }) => criterionId);
  const repeated = ids.find((id, i) => ids.indexOf(id) < i);
  if (repeated !== undefined) yield* refuse('CRITERION_REPEATED', { criterionId: repeated });
}

export function* openApplicationCall(
  state: CohortState,
  command: OpenApplicationCall,
  facts: AtFact,
): Decision<ApplicationCallOpened> {
  const { type: _type, siteSignOffRequired = true, ...rest } = command;
  yield* openCohort(state, facts);
  if (state.call && !state.call.closedAt) return yield* refuse('CALL_ALREADY_OPEN');
  yield* windowInOrder(rest.opensAt, rest.closesAt);
  yield* eachCriterionOnce(rest.criteria);
  return [{ type: 'ApplicationCallOpened', ...rest, siteSignOffRequired }];
}
