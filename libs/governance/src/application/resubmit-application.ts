import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationSubmitted } from './events.ts';
import type { PartiesFact } from './facts.ts';
import { existingCohort, inStatus, withinWindow } from './guards.ts';
import type { ApplicationState } from './state.ts';
import { submission } from './submit-application.ts';

/** A returned application comes back: until the day that was set for it, or else within the window. */
export type ResubmitApplication = Readonly<{ type: 'ResubmitApplication' }>;

export function* resubmitApplication(
  state: ApplicationState,
  { type }: ResubmitApplication,
  facts: PartiesFact & AtFact,
): Decision<ApplicationSubmitted> {
  const { at } = facts;
  const { resubmitBy } = state;
  yield* inStatus(state, { type, at }, 'returned');
  const cohort = yield* existingCohort(facts);
  if (!resubmitBy) yield* withinWindow(cohort, facts);
  else if (resubmitBy.latest < at.earliest)
    yield irregular('APPLICATION_WINDOW_CLOSED', { resubmitBy: resubmitBy.literal, at: at.literal });
  return [yield* submission(state, cohort, facts)];
}
