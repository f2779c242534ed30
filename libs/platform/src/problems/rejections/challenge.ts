import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Demands to cure or correct. */
export const challengeRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    CHALLENGE_UNKNOWN: ['There is no such challenge', 'Record the demand first, or check the id.'],
  }),
  ...conflicting({
    CHALLENGE_EXISTS: ['There is a challenge with this id', 'Each demand has an id of its own.'],
  }),
  ...refused({
    CHALLENGE_OF_OTHER_ACTION: [
      'The challenge is to another action',
      'Name the challenge to this motion, or none.',
    ],
    CHALLENGE_NOT_UPHELD: [
      'The challenge has not had success',
      'Record the cure, or close the challenge as adjudicated, before what was challenged is void.',
    ],
    CHALLENGE_SETTLED: [
      'The challenge does not take this step now',
      'See `inputs` for its status and from where the step is possible.',
    ],
    ACTION_AMBIGUOUS: [
      'One action is challenged',
      'Name a motion, a meeting, or describe the action: one of them.',
    ],
    ACTION_OF_OTHER_BODY: ['The action is that of another body', 'Check the body and what it is to cure.'],
    ACTION_DATE_MISSING: [
      'It is not known when the action was taken',
      'Send `actedAt`: deadlines are counted from it.',
    ],
    ACTION_DATE_DIFFERS: [
      'The record has the action at a later time',
      'Leave `actedAt` out: the time on record counts; or check which action is challenged.',
    ],
    DEMANDED_BEFORE_ACTION: ['The demand came before the action', 'Check `receivedAt` and `actedAt`.'],
    CURE_DEMAND_LATE: [
      'The demand came after the time to demand had passed',
      'It is recorded; counsel says what follows.',
    ],
    CURE_RESPONSE_LATE: [
      'The body answered after its thirty days had passed',
      'It is recorded; its silence counted as a refusal.',
    ],
    CHALLENGE_OUTSIDE_REGIME: [
      'The body is not known to be under the Brown Act',
      'The deadlines inform; determine the open-meeting regime of the body.',
    ],
    CURE_IS_THE_ACTION: ['An action does not cure itself', 'Name the new motion that took it anew.'],
    CURE_NAMES_OTHER_ACTION: [
      'The motion does not say that it cures the challenged action',
      'Draft it with `cures` naming the challenged motion.',
    ],
    CURE_NOT_ADOPTED: ['The curing motion is not adopted', 'Record its adoption first.'],
    OUTCOME_NOT_ON_RECORD: [
      'The record does not show this outcome',
      'Record the cure or the refusal first, or choose another outcome.',
    ],
  }),
};
