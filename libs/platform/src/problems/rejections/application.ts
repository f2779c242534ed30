import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Applications of schools to cohorts. */
export const applicationRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    APPLICATION_UNKNOWN: [
      'There is no such application',
      'Start it first, or check the id: the cohort and the school, with a colon between them.',
    ],
  }),
  ...conflicting({
    DUPLICATE_APPLICATION: [
      'The school applies to this cohort already',
      'Record on the application that is there; it starts anew only after it was withdrawn.',
    ],
    SITE_SIGNOFF_EXISTS: [
      'A site body has signed off already',
      'Nothing needs to be done, or revoke it first.',
    ],
    REVIEW_EXISTS: [
      'The seat has reviewed this criterion',
      'A seat judges each criterion once for each submission.',
    ],
    REVIEWER_ALREADY_RECUSED: ['The reviewer is recused already', 'Nothing needs to be done.'],
  }),
  ...refused({
    UNKNOWN_APPLICATION_STATE_TRANSITION: [
      'An application in this state does not take this step',
      'See `inputs` for the state and the states from which the step is possible.',
    ],
    APPLICATION_WINDOW_CLOSED: [
      'Applications are not taken at this time',
      'See `inputs` for the window; extend the call, or check the date.',
    ],
    RESUBMISSION_DUE_IN_THE_PAST: [
      'An application cannot be due back at a time that is past',
      'Choose a later day for `resubmitBy`.',
    ],
    SITE_SIGNOFF_MISSING: [
      'The site body has not signed off the application',
      'Record the sign-off of the site body with its vote first.',
    ],
    SITE_VOTE_MISSING: [
      'No vote of the site body is cited',
      'Cite the motion and the vote of the site body in `voteRef`.',
    ],
    SITE_VOTE_NOT_PASSED: [
      'The vote of the site body does not carry this',
      'See `inputs.reason`; cite the last vote on a motion that the site body adopted.',
    ],
    VOTE_OF_OTHER_BODY: ['The vote is one of another body', 'A site body decides by a vote of its own.'],
    VOTE_ALREADY_CITED: [
      'The vote says something else already',
      'A sign-off, its revocation and a new sign-off are three decisions: cite the vote of this one.',
    ],
    VOTE_UNKNOWN: ['The motion has no such vote', 'Check the `voteEventId`.'],
    NOT_SITE_BODY_OF_SCHOOL: [
      'The body is not on record as a site body of the school',
      'Record first which body governs the site.',
    ],
    CRITERION_UNKNOWN: [
      'The call has no such criterion',
      'Use one of the criteria of the version that the call names.',
    ],
    SCORE_OUT_OF_RANGE: ['The score is higher than the criterion allows', 'See `inputs.maxScore`.'],
    REVIEWER_RECUSED: [
      'The reviewer has recused from this application',
      'Another seat reviews; a recused one does not judge.',
    ],
    RECUSED_AFTER_REVIEW: [
      'The reviewer has judged the application before',
      'Whoever recuses does so before the review.',
    ],
    APPLICATION_NOT_REVIEWED: [
      'Nobody has reviewed the application',
      'Record a review by a criterion first.',
    ],
    SCHOOL_ALREADY_DESIGNATED: [
      'The school is designated already',
      'A designated school does not apply; its designation is renewed.',
    ],
  }),
};
