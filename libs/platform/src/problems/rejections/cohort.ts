import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Cohorts, their calls and selections. */
export const cohortRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    COHORT_UNKNOWN: ['There is no such cohort', 'Define the cohort first, or check its id.'],
  }),
  ...conflicting({
    COHORT_EXISTS: ['The cohort is defined already', 'Record on it, or choose another id.'],
    CALL_ALREADY_OPEN: ['A call for applications is open', 'Extend it, or close it before the next one.'],
    SCHOOL_ALREADY_SELECTED: ['The school is selected already', 'Leave it out; see `inputs.schoolId`.'],
  }),
  ...refused({
    COHORT_CLOSED: [
      'The cohort is closed',
      'Nothing is added to a closed cohort; choose the one that is open.',
    ],
    CALL_NOT_OPEN: ['No call for applications is open', 'Open a call for the cohort first.'],
    CALL_STILL_OPEN: [
      'The call for applications is still open',
      'Close the call first: schools may still apply.',
    ],
    CALL_WINDOW_INVERTED: ['The call would close before it opens', 'Check `opensAt` and `closesAt`.'],
    CRITERION_REPEATED: ['A criterion is listed twice', 'Give each criterion an id of its own.'],
    EXTENSION_NOT_LATER: [
      'The call would not close later',
      'An extension gives more time; check `closesAt`.',
    ],
    COHORT_SIZE_UNCHANGED: ['This is the size that is planned', 'Nothing needs to be done.'],
    COHORT_SIZE_DIFFERS: [
      'The size that is stated is not the number of selected schools',
      'Compare `inputs.stated` with `inputs.selected`; leave `size` out where selections are on record.',
    ],
    CAPACITY_EXCEEDED: [
      'The cohort does not hold so many schools',
      'Select fewer schools, or revise the size of the cohort first.',
    ],
    SELECTION_MOTION_NOT_ADOPTED: [
      'No adopted motion carries the selection',
      'Cite the motion that selected the schools, after it was adopted and while it stands.',
    ],
    SCHOOL_REPEATED: ['A school is listed twice', 'List each school once.'],
    SCHOOL_NOT_SELECTED: [
      'No selection of the cohort names the school',
      'Record the selection of the cohort first, or check the cohort.',
    ],
    APPLICATION_NOT_ELIGIBLE: [
      'The application cannot be selected',
      'See `inputs.reason`: it has to be submitted, and signed off where the call asks for it.',
    ],
  }),
};
