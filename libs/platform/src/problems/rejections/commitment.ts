import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Commitments. */
export const commitmentRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    COMMITMENT_UNKNOWN: ['There is no such commitment', 'Record its making first, or check its id.'],
  }),
  ...conflicting({
    COMMITMENT_EXISTS: ['There is a commitment with this id', 'Revise it, or choose another id.'],
  }),
  ...refused({
    COMMITMENT_SETTLED: ['The commitment is settled', 'See `inputs.status`; make another commitment.'],
    AUTHORITY_AMBIGUOUS: [
      'One thing binds to a commitment',
      'In `authorityRef`, name a motion, a clause, or a source with a locator.',
    ],
    AUTHORITY_MOTION_NOT_ADOPTED: [
      'The motion that is to bind is not adopted',
      'Record its adoption first, or name another authority.',
    ],
    AUTHORITY_CLAUSE_UNKNOWN: [
      'The clause that is to bind is not on record',
      'Register the instrument and its version first, or check what `inputs.missing` names.',
    ],
    LOCATOR_MISSING: ['It is not said where in the source it stands', 'Send the `locator`: page, line.'],
    CURRENCY_REQUIRED: [
      'Money has a currency',
      'Send `minorUnits` (cents) with `currency` (ISO 4217), or no value where it is not stated.',
    ],
    VALUE_INCOMPLETE: [
      'The value is neither a number nor an amount of money',
      'Send `number` and `unit`, or `minorUnits` and `currency`.',
    ],
    MEASURE_INCOMPLETE: [
      'It is not said what is counted',
      'Send `programId`, or `unit` and `per`, or `of`, as `counts` needs.',
    ],
    DUE_STATED_TWICE: ['It is due once', 'Send `due` or `dueWithin`.'],
    DURATION_INVALID: [
      'The duration cannot be read',
      'Send an ISO 8601 duration of years, months, weeks or days, as in P90D.',
    ],
    DUE_BEFORE_ADOPTION: [
      'It would be due before it was adopted',
      'Check the due date and the date of adoption.',
    ],
    PERPETUITY_ENDS: ['What lasts in perpetuity has no end', 'Send `until` or `inPerpetuity`.'],
    NOTHING_REVISED: ['The revision changes nothing', 'Send the terms that change.'],
    NOTHING_REPORTED: ['The report says nothing', 'Send a quantity, a share or a statement.'],
    PERIOD_MISSING: ['It is not said for which period', 'Send the `period` that the quantity is for.'],
    SHARE_INCOMPLETE: ['A share is so many of so many', 'Send `numerator` and `denominator`.'],
    SHARE_EXCEEDS_WHOLE: ['The share is more than the whole', 'Check `numerator` and `denominator`.'],
    NO_DUE_DATE: ['What has no due date is not missed', 'Revise the commitment with its due date first.'],
    MISSED_BEFORE_DUE: ['It is not due yet', 'Record that it was missed after it was due.'],
    RELEASE_NEEDS_AUTHORITY: [
      'A release needs the authority of a motion or a clause',
      'Name it in `authorityRef`.',
    ],
  }),
};
