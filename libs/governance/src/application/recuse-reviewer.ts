import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ReviewerRecused } from './events.ts';
import type { RosterFact } from './facts.ts';
import { inStatus, reviewer } from './guards.ts';
import type { ApplicationState } from './state.ts';

/** A member does not judge this application. */
export type RecuseReviewer = Readonly<{ type: 'RecuseReviewer'; reviewerSeatId: string; reason?: string }>;

export function* recuseReviewer(
  state: ApplicationState,
  { type, ...said }: RecuseReviewer,
  facts: RosterFact & AtFact,
): Decision<ReviewerRecused> {
  const { reviewerSeatId } = said;
  yield* inStatus(state, { type, at: facts.at }, 'started', 'submitted', 'returned', 'recommended');
  const rosterRevision = yield* reviewer(facts, reviewerSeatId);
  if (state.recused.has(reviewerSeatId)) return yield* refuse('REVIEWER_ALREADY_RECUSED', { reviewerSeatId });
  const reviewed = [...state.reviews].some((review) => review.startsWith(`${reviewerSeatId} `));
  if (reviewed) yield irregular('RECUSED_AFTER_REVIEW', { reviewerSeatId });
  return [{ type: 'ReviewerRecused', ...said, rosterRevision }];
}
