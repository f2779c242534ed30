import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision } from '../kernel/index.ts';
import type { CitedCohort } from '../cohort/cited.ts';
import type { ApplicationReviewed } from './events.ts';
import type { PartiesFact, RosterFact } from './facts.ts';
import { existingCohort, inStatus, reviewer } from './guards.ts';
import { reviewKey } from './state.ts';
import type { ApplicationState } from './state.ts';

/** A member judges an application by one criterion of the call. */
export type ReviewApplication = Readonly<{
  type: 'ReviewApplication';
  criterion: string;
  score?: number;
  comment: string;
  reviewerSeatId: string;
}>;

/** The criterion is one of the call's version, and the score within its range. */
function* byCriterion({ call }: CitedCohort, { criterion, score }: ReviewApplication): Check {
  if (!call) return yield irregular('CALL_NOT_OPEN', { reason: 'no call for applications is on record' });
  const { criteria, criteriaVersion } = call;
  const known = criteria.find(({ criterionId }) => criterionId === criterion);
  if (!known) return yield* refuse('CRITERION_UNKNOWN', { criterion, criteriaVersion });
  const { maxScore } = known;
  if (score !== undefined && maxScore !== undefined && score > maxScore)
    yield* refuse('SCORE_OUT_OF_RANGE', { criterion, score, maxScore });
}

export function* reviewApplication(
  state: ApplicationState,
  command: ReviewApplication,
  facts: PartiesFact & RosterFact & AtFact,
): Decision<ApplicationReviewed> {
  const { type, ...review } = command;
  const { reviewerSeatId, criterion } = review;
  yield* inStatus(state, { type, at: facts.at }, 'submitted');
  const cohort = yield* existingCohort(facts);
  yield* byCriterion(cohort, command);
  const rosterRevision = yield* reviewer(facts, reviewerSeatId);
  if (state.recused.has(reviewerSeatId)) yield irregular('REVIEWER_RECUSED', { reviewerSeatId });
  if (state.reviews.has(reviewKey(reviewerSeatId, criterion)))
    return yield* refuse('REVIEW_EXISTS', { reviewerSeatId, criterion });
  const version = cohort.call && { criteriaVersion: cohort.call.criteriaVersion };
  const cohortRevision = cohort.revision;
  return [{ type: 'ApplicationReviewed', ...review, rosterRevision, ...version, cohortRevision }];
}
