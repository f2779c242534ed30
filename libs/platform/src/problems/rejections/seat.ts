import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, refused } from './entry.ts';

/** Seats, who sits in them, and for how long. */
export const seatRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...conflicting({
    SEAT_EXISTS: ['There is a seat with this id', 'Use it, or choose another `seatId`.'],
    SEATING_EXISTS: [
      'There is a seating with this id',
      'Choose another `seatingId`: each term of each holder has its own.',
    ],
    ALTERNATE_EXISTS: ['The person is an alternate of this seat already', 'Nothing needs to be done.'],
  }),
  ...refused({
    SEAT_UNKNOWN: ['The body has no such seat then', 'Open the seat first, or check its id and the date.'],
    SEAT_CLOSED: ['The seat is closed then', 'Choose an open seat, or check the date.'],
    SEAT_LABEL_TAKEN: [
      'Another open seat has this label',
      'Choose a label by which the seat can be told apart in a roll call.',
    ],
    SEAT_OCCUPIED: ['The seat is filled', 'Vacate the seat first, or check the terms.'],
    SEAT_NOT_OCCUPIED: ['Nobody sits in the seat then', 'Check the seat and the date.'],
    TERM_INVERTED: ['Something would end before it began', 'Check the dates.'],
    TERM_OVERLAP: ['The terms overlap', 'Check the dates of the term before and after.'],
    TERM_BEFORE_SEAT: ['The term begins before the seat was opened', 'Check when the seat was opened.'],
    NOT_APPOINTING_AUTHORITY: [
      'Somebody else appoints for this seat',
      'Name the appointing authority of the seat in `appointedBy`.',
    ],
    NOT_A_NOMINATOR: ['The organization may not nominate for this seat', 'Check the nominators of the seat.'],
    ORGANIZATION_OUTSIDE_CONSTITUENCY: [
      'The organization would vote on a side that is not its own',
      'Seat it in its own constituency, or define the constituency for the right organization.',
    ],
    PERSON_HOLDS_VOTING_SEAT: [
      'The person holds a voting seat of this body already',
      'One person has one vote in a body.',
    ],
    REMOVAL_NEEDS_AUTHORITY: [
      'A removal needs an authority',
      'Name the motion or the clause in `authority`.',
    ],
    VOTING_RIGHT_UNCHANGED: ['The seat has this voting right already', 'Nothing needs to be done.'],
    VOTING_RIGHT_UNKNOWN: [
      'An unknown voting right is for imports only',
      'Say whether the seat has a full, an advisory or no vote.',
    ],
    ALTERNATE_UNKNOWN: [
      'The person is no alternate of this seat then',
      'Designate the alternate first, or check the date.',
    ],
    ALTERNATE_IS_MEMBER: [
      'The person is a member of the body',
      'An alternate holds no seat of the same body.',
    ],
    ALTERNATE_SERVES_OTHER_SEAT: [
      'The person is an alternate of another seat',
      'An alternate serves one seat at a time.',
    ],
  }),
};
