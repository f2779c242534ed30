import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Meetings: schedule, agenda, presence and proceedings. */
export const meetingRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    MEETING_UNKNOWN: ['There is no such meeting', 'Schedule the meeting first, or check its id.'],
  }),
  ...conflicting({
    MEETING_EXISTS: ['There is a meeting with this id', 'Record on it, or choose another id.'],
    ITEM_EXISTS: ['The agenda has an item with this id', 'Revise it, or choose another `itemId`.'],
    POSTING_EXISTS: [
      'There is a posting with this id',
      'Choose another `postingId`: each posting has its own.',
    ],
    RULING_EXISTS: ['There is a ruling with this id', 'Choose another `rulingId`.'],
  }),
  ...refused({
    MEETING_CANCELLED: ['The meeting was cancelled', 'Schedule another one.'],
    MEETING_ALREADY_HELD: [
      'The meeting has been held',
      'What concerns another meeting is recorded there; check the date.',
    ],
    MEETING_NOT_IN_SESSION: [
      'The meeting is not in session then',
      'Call it to order or reconvene it first, or check the date.',
    ],
    MEETING_NOT_RECESSED: ['The meeting is not in recess', 'Only a recessed meeting is reconvened.'],
    MEETING_NOT_ADJOURNED: ['The meeting is not adjourned', 'Adjourn it first.'],
    CALLED_TO_ORDER_TWICE: ['The meeting was called to order before', 'Reconvene it after a recess instead.'],
    NO_PRESIDING_OFFICER: [
      'Who presides holds no office that may',
      'A chair, co-chair, vice chair or convener calls to order.',
    ],
    TIME_INVERTED: ['It cannot have happened before what it belongs to', 'Check the times.'],
    ITEM_UNKNOWN: ['The agenda has no such item', 'Add the item first, or check its id.'],
    ITEM_NUMBER_TAKEN: ['Another item has this number', 'Number each item once.'],
    ITEM_ALREADY_OPENED: ['The item was opened before', 'Close it first; an opened item is not changed.'],
    ITEM_NOT_OPEN: ['The item is not open', 'Open it first.'],
    ITEM_DESCRIPTION_MISSING: [
      'An item of the posted agenda has no description',
      'Describe every item to be discussed or acted on.',
    ],
    ITEM_ALREADY_ADMITTED: ['The item was admitted before', 'Nothing needs to be done.'],
    NOT_ON_POSTED_AGENDA: [
      'It is not on the posted agenda',
      'Post an agenda with it, or admit it off the agenda.',
    ],
    OFF_AGENDA_NOT_ALLOWED: [
      'The item may not be admitted off the agenda',
      'See `inputs.reason`; put it on the agenda of another meeting.',
    ],
    OFF_AGENDA_VOTE_INSUFFICIENT: [
      'The vote to admit the item was not large enough',
      'See `inputs` for the votes and the majority that is needed.',
    ],
    NOTICE_TOO_SHORT: [
      'The agenda was posted too late',
      'See `inputs` for the hours of notice that are needed.',
    ],
    NOTICE_PROVEN: [
      'A witness saw the notice in the record in time',
      'Nothing needs to be done. See `inputs` for the witness, its time and the margin in hours.',
    ],
    NOTICE_CLAIMED_ONLY: [
      'That notice was given in time is only the word of the record',
      'No witness saw it in the record before the deadline. Appoint witnesses, and record postings as they happen.',
    ],
    NOTICE_TOO_LATE_PROVEN: [
      'The notice was too late, and a witness proves it',
      'See `inputs` for the witness, its time and the hours that are missing; the meeting may have to be held anew.',
    ],
    CLAUSE_NOTICE_TOO_SHORT: [
      'Notice was shorter than a clause of the body asks',
      'See `inputs` for the clause, its version, and the days or hours that it asks.',
    ],
    CLAUSE_NOTICE_MISSING: [
      'The meeting began and the notice that a clause of the body asks is not on the record',
      'Record the posting (`of: agenda`) or the notice to the members (`of: meeting`) with the time at which it was given.',
    ],
    SPECIAL_NOTICE_TOO_SHORT: [
      'Notice of the special meeting was too short',
      'See `inputs` for the hours of notice that are needed.',
    ],
    NO_PHYSICAL_POSTING: [
      'The agenda was not posted at a place open to the public',
      'Post it where people pass, and record the place.',
    ],
    NO_WEB_POSTING: [
      'The agenda was not posted on the web',
      "Post it on the body's website, and record the address.",
    ],
    ADJOURNMENT_NOTICE_LATE: [
      'The notice of adjournment was posted late',
      'It belongs on the door within 24 hours.',
    ],
    WRITING_NOT_AVAILABLE: [
      'A writing given to a majority was not open to the public',
      'Make it available when it is distributed, and say where.',
    ],
    NO_PUBLIC_COMMENT_BEFORE_ACTION: [
      'The public was not heard before the action',
      'Open public comment before or during the item.',
    ],
    PUBLIC_COMMENT_ALREADY_OPEN: ['Public comment is open', 'Close it first.'],
    PUBLIC_COMMENT_NOT_OPEN: [
      'Public comment is not open on this item',
      'Open it first, or name the item on which it is open.',
    ],
    NOT_A_CONSENT_ITEM: ['The item is not on the consent calendar', 'Only a consent item is pulled.'],
    CONSENT_ALREADY_VOTED: ['The consent calendar has been voted on', 'An item is pulled before the vote.'],
    ALREADY_IN_CLOSED_SESSION: ['The meeting is in closed session', 'Leave it first.'],
    NOT_IN_CLOSED_SESSION: ['The meeting is not in closed session', 'Enter it first.'],
    NO_CLOSED_SESSION: ['There was no closed session to report', 'Record the closed session first.'],
    CLOSED_ITEM_NOT_AGENDIZED: [
      'An item of the closed session is not on the posted agenda',
      'Closed items are listed on the agenda with their authority.',
    ],
    CLOSED_ACTION_UNREPORTED: [
      'Action in closed session was not reported',
      'Report it in open session before adjourning.',
    ],
    ALREADY_PRESENT: ['The seat is present already', 'Record the departure first, or check the time.'],
    NOT_PRESENT: ['The seat is not present then', 'Record its arrival first, or check the time.'],
    SEAT_NOT_PRESENT: ['The seat is not present then', 'Record its arrival first, or check the time.'],
    MEMBER_AND_ALTERNATE_BOTH_PRESENT: [
      'The member of this seat is present',
      'An alternate sits only while the member is away.',
    ],
    QUORUM_NOT_LOST: ['There still is a quorum', 'See `inputs.trace` for the count.'],
    ALREADY_RECUSED: ['The seat has recused itself from this item', 'Nothing needs to be done.'],
    RECUSAL_INCOMPLETE: [
      'The recusal is not complete',
      'The interest is identified publicly and the member leaves the room.',
    ],
    RULING_UNKNOWN: ['There is no such ruling', 'Check the `rulingId`.'],
    RULING_ALREADY_APPEALED: ['The ruling was appealed before', 'A ruling is appealed once.'],
    MOTION_OF_OTHER_MEETING: [
      'The motion was made in another meeting',
      'Name the motion by which this meeting decided it.',
    ],
    RULE_NOT_SUSPENDABLE: [
      'Rules are named that no vote sets aside',
      'Law, quorum and what protects members stay in force; rules of the bylaws need the clause that lets them be suspended, in `providedBy`.',
    ],
    APPEAL_DECIDED_OTHERWISE: [
      'The appeal was not decided so',
      'An appeal that is adopted overturns the ruling; rejected or tied, it sustains it. Close its vote first, or record what it decided.',
    ],
    RULING_NOT_APPEALED: ['The ruling was not appealed', 'Record the appeal first.'],
    APPEAL_NEEDS_SECOND: ['An appeal needs a second', 'Name the seat that seconds in `secondedBySeatId`.'],
  }),
};
