import type { CatalogueEntry } from '../catalogue.ts';
import { refused } from './entry.ts';

/** What one motion, a ruling or another body does to a motion. */
export const procedureRejections: Readonly<Record<string, CatalogueEntry>> = refused({
  OTHER_MOTION_UNKNOWN: [
    'The motion that is named is not in the record',
    'Draft that motion first, or check its id in `inputs`.',
  ],
  MOTION_OF_OTHER_BODY: ['The motion is one of another body', 'A body acts on its own motions only.'],
  MOTION_OF_OTHER_CLASS: [
    'A motion of this class does not do that',
    'Name a motion of one of the classes in `inputs.possible`.',
  ],
  APPLIES_TO_OTHER_MOTION: [
    'The motion applies to another one',
    'Name the motion that was made on this one, or record it there.',
  ],
  MOTION_NOT_ADOPTED: [
    'The motion by which it is to happen was not adopted',
    'Close the vote on that motion first.',
  ],
  PREVIOUS_QUESTION_ORDERED: [
    'The body has ordered the vote on the motion',
    'Open the vote: until then nothing else is moved on it but to lay it on the table.',
  ],
  DEBATE_LIMIT_MISSING: [
    'No limit of debate is named',
    'Say how many minutes, how many speeches, or until when.',
  ],
  SPECIAL_ORDER_NEEDS_TWO_THIRDS: [
    'A special order needs two thirds of the votes cast',
    'Name in `byMotionId` the motion that two thirds adopted, or postpone without a special order.',
  ],
  MOTION_ALREADY_APPLIED: ['That motion has taken effect before', 'Nothing needs to be done.'],
  APPLIES_TO_REQUIRED: [
    'A motion of this class applies to another motion',
    'Name that motion in `appliesTo`.',
  ],
  APPLIES_TO_UNEXPECTED: [
    'A main motion applies to no other',
    'Leave `appliesTo` out, or name another class.',
  ],
  TEXT_REQUIRED: ['The motion has no text', 'Send `text`; only an amendment makes its own.'],
  AMENDMENT_REQUIRED: [
    'It is not said what the amendment does',
    'Say it in `amendment`: the operation and its words.',
  ],
  AMENDMENT_UNEXPECTED: [
    'A motion of this class changes no text',
    'Leave `amendment` out, or name another class.',
  ],
  AMENDMENT_MALFORMED: ['The amendment is not complete', 'See `inputs.problems`.'],
  AMENDMENT_DOES_NOT_FIT: [
    'The words are not in the text, or are in several places',
    'Name the words as the text has them, and `occurrence` where they come more than once.',
  ],
  AMENDMENT_DEGREE_EXCEEDED: [
    'An amendment of an amendment is not amended',
    'Dispose of the pending amendments first.',
  ],
  NOT_AMENDABLE: ['A motion of this class is not amended', 'See the table of the rules of order.'],
  NOT_GERMANE: [
    'The chair ruled that the motion is not germane',
    'Appeal from the ruling; where it is overturned, reinstate the motion.',
  ],
  HIGHER_PRECEDENCE_PENDING: [
    'A motion that comes first is pending',
    'Dispose of the motion in `inputs.pending`.',
  ],
  AMENDMENT_NOT_APPLIED: [
    'An adopted amendment does not stand in the text yet',
    'Record `amendMotionText` with the motion in `inputs.byMotionId` first.',
  ],
  RECONSIDERATION_PENDING: [
    'The decision of that vote is being reconsidered',
    'Decide or end the reconsideration first; then correct the outcome of the vote.',
  ],
  ALREADY_CARRIED_OUT: [
    'The decision has been carried out, and is not voted on again',
    'Move anew what is wanted: another amendment, or the motion that was rescinded.',
  ],
  EFFECT_STANDS: [
    'What the motion brought about stands',
    'Record what undoes it, if it is to be undone: a repeal, the end of a designation.',
  ],
  NOTHING_PENDING: ['The motion is not pending', 'A motion of this class applies to a pending one.'],
  NOTHING_ON_THE_TABLE: ['The motion does not lie on the table', 'See its status.'],
  NOTHING_REFERRED: ['The motion is not with a committee', 'See its status.'],
  NOTHING_TO_RECONSIDER: ['There is no decision to reconsider', 'A motion is decided first.'],
  NOTHING_TO_RESCIND: [
    'There is nothing that was adopted and stands',
    'Only what is in force is rescinded or amended.',
  ],
  NOT_PREVAILING_SIDE: [
    'The mover did not vote with the prevailing side',
    'A seat of the prevailing side moves to reconsider.',
  ],
  PREVAILING_SIDE_UNKNOWN: [
    'Nobody recorded how the mover voted',
    'Record a roll call: without one the prevailing side is unknown.',
  ],
  RECONSIDER_TOO_LATE: [
    'A decision is reconsidered on the same or the next day',
    'Move to rescind it, or to amend what was adopted.',
  ],
  RECONSIDERATION_NEEDS_TWO_THIRDS: [
    'Not everybody who prevailed is there, and no notice was given',
    'A committee then reconsiders by two thirds.',
  ],
  ALREADY_RECONSIDERED: ['The motion has been reconsidered before', 'A motion is not reconsidered twice.'],
  RECONSIDERATION_NOT_MADE: [
    'The motion to reconsider has not been moved',
    'Record that it was moved first.',
  ],
  RECONSIDERATION_NOT_ENDED: [
    'The motion to reconsider is not disposed of',
    'Close the vote on it, or record that it was withdrawn.',
  ],
  OTHER_RECONSIDERATION: [
    'Another motion to reconsider is under way',
    'Name the motion in `inputs.expected`.',
  ],
  PREVIOUS_NOTICE_REQUIRED: [
    'The rule wants notice before the meeting',
    'Record the notice that was given, or vote at a later meeting.',
  ],
  TWO_THIRDS_EXPECTED: [
    'The rules of order want two thirds for a motion of this class',
    'Check the decision rule and its clause.',
  ],
  PARTS_INVALID: [
    'A question is divided into two or more parts',
    'Give each part an id of its own, which is not that of the whole.',
  ],
  NOT_A_PART: ['The motion is not a part of that question', 'Divide the question first, or check the ids.'],
  QUESTION_NOT_MOVED: [
    'A question is stated when it was moved',
    'See `inputs.status`; record the motion and its second first.',
  ],
  RULING_OVERTURNED: ['The body overturned the ruling', 'The motion is in order.'],
  RULING_UNDER_APPEAL: ['The ruling is under appeal', 'Record how the body decided on the appeal first.'],
  RULING_NOT_OVERTURNED: ['The ruling stands', 'A motion is reinstated when the body overturned the ruling.'],
  POSTPONED_BEYOND_NEXT_SESSION: [
    'The motion is postponed beyond the next regular session',
    'Postpone it to that session at the latest.',
  ],
  NOT_NEXT_REGULAR_MEETING: [
    'The meeting is not a regular one that is still to come',
    'Name the next regular meeting of the body.',
  ],
  STILL_ON_THE_TABLE: [
    'The motion may still be taken from the table',
    'It dies after the time in `inputs.until`.',
  ],
  TRANSMITTED_TO_SELF: ['A body does not send a motion to itself', 'Name the body that is to receive it.'],
  ALREADY_TRANSMITTED: [
    'A motion was sent under this id before',
    'Choose the id that the receiving body gives its motion.',
  ],
  NOT_TRANSMITTED: [
    'The motion was not sent to this body under this id',
    'Transmit it first, or check the ids.',
  ],
  RECEIVING_MOTION_NOT_ON_RECORD: [
    'The motion of the receiving body is not in this record',
    'What it did is recorded as it was reported.',
  ],
  RECEIVING_ACTION_DIFFERS: [
    'The record of the receiving body says something else',
    'See `inputs.status`; record what it did there first.',
  ],
});
