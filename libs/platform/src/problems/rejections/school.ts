import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Schools and their designations. */
export const schoolRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    SCHOOL_UNKNOWN: ['There is no such school', 'Register the school first, or check its id.'],
  }),
  ...conflicting({
    SCHOOL_EXISTS: ['The school is registered already', 'Record on it, or choose another id.'],
    ALREADY_DESIGNATED: [
      'The school has an active designation',
      'Renew it, or record its end before the next one.',
    ],
    SITE_BODY_EXISTS: ['The body is a site body of the school already', 'Nothing needs to be done.'],
  }),
  ...refused({
    SCHOOL_MERGED: [
      'The school was merged into another',
      'Record on the school that it became part of; nothing follows on this one.',
    ],
    MERGED_INTO_ITSELF: ['A school cannot be merged into itself', 'Name the school that it becomes part of.'],
    NAME_UNCHANGED: ['The school has this name already', 'Nothing needs to be done.'],
    NOT_DESIGNATED: ['The school has no active designation', 'Record its designation first.'],
    DESIGNATION_MOTION_NOT_ADOPTED: [
      'The motion that is cited does not carry this',
      'Cite a motion that was adopted by then and stands: not one that is rescinded or being reconsidered.',
    ],
    MOTION_OF_OTHER_BODY: [
      'The motion that is cited is of another body',
      'Check `motionId`; where the other body decides, nothing needs to be done.',
    ],
    DESIGNATION_WITHOUT_MOTION: [
      'No motion is cited',
      'A designation and every act on it cite the motion that was adopted.',
    ],
    DESIGNATION_BEFORE_COHORT: [
      'The designation would begin before its cohort was defined',
      'Check `effectiveFrom`, and when the cohort was defined.',
    ],
    COHORT_NOT_STATED: ['It is not said which cohort the school joins', 'Name the cohort in `cohortId`.'],
    DESIGNATION_ALREADY_SUSPENDED: [
      'The designation is suspended already',
      'Nothing needs to be done, or restore it first.',
    ],
    DESIGNATION_NOT_SUSPENDED: ['The designation is not suspended', 'Nothing needs to be restored.'],
    DESIGNATION_STILL_ACTIVE: [
      'The school that goes has an active designation',
      'End its designation first; the other school has its own.',
    ],
  }),
};
