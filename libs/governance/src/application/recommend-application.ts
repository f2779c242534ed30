import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ApplicationRecommended } from './events.ts';
import { inStatus } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** Those who reviewed an application recommend the school. */
export type RecommendApplication = Readonly<{ type: 'RecommendApplication'; rationale?: string }>;

export function* recommendApplication(
  state: ApplicationState,
  { type, ...said }: RecommendApplication,
  { at }: AtFact,
): Decision<ApplicationRecommended> {
  yield* inStatus(state, { type, at }, 'submitted');
  if (state.reviews.size === 0) yield irregular('APPLICATION_NOT_REVIEWED');
  return [{ type: 'ApplicationRecommended', ...said }];
}
