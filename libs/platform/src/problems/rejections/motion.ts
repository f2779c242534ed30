import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Motions, votes and ballots. */
export const motionRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    MOTION_UNKNOWN: ['There is no such motion', 'Draft the motion first, or check its id.'],
  }),
  ...conflicting({
    MOTION_EXISTS: ['There is a motion with this id', 'Record on it, or choose another id.'],
    VOTE_EVENT_EXISTS: [
      'There is a vote with this id',
      'Choose another `voteEventId`: each vote has its own.',
    ],
  }),
  ...refused({
    UNKNOWN_MOTION_STATE_TRANSITION: [
      'A motion in this state does not take this step',
      'See `inputs` for the state and the states from which the step is possible.',
    ],
    EFFECT_INCOMPLETE: [
      'The effect of the motion does not say what it is about',
      'Name what `inputs.needs` lists, and nothing else.',
    ],
    CURED_MOTION_OF_OTHER_BODY: [
      'A body cures only what it did itself',
      'Name in `cures` a motion of the same body.',
    ],
    MEETING_OF_OTHER_BODY: [
      'The meeting is one of another body',
      'A motion is dealt with in a meeting of its body.',
    ],
    OUTSIDE_MEETING: [
      'The body acted outside a meeting',
      'It acts only in a meeting that is called to order.',
    ],
    SERIAL_MEETING: [
      'A majority of the seats acted outside a meeting',
      'See `inputs` for the seats; take the motion up again in a meeting that is called to order.',
    ],
    NOT_ENTITLED_AS_OF: [
      'The seat may not do this then',
      'See `inputs.reason`; check the seat, its holder and the date.',
    ],
    ROLE_FORBIDS_VOTING: [
      'The role of the seat forbids it',
      'A convener, facilitator or process observer does not move, second or vote.',
    ],
    ADVISORY_SEAT: ['The seat has no full vote', 'Record its answer as an advisory ballot.'],
    NOT_ADVISORY_SEAT: ['The seat has a full vote', 'Record its answer as a ballot.'],
    UNKNOWN_VOTING_RIGHT: [
      'Nobody has said whether the seat may vote',
      'Determine the voting right of the seat first.',
    ],
    TEXT_FROZEN: [
      'The text can no longer be revised',
      'After a motion is submitted its text is changed by amendment.',
    ],
    TEXT_HASH_MISSING: ['The text has no hash', 'Send the text; its hash is computed here.'],
    TEXT_HASH_MISMATCH: [
      'The text that was read is not the text that is recorded',
      'Compare the SHA-256 of both.',
    ],
    SECOND_REQUIRED: ['The motion needs a second', 'Record the second, or the rule that exempts the motion.'],
    SELF_SECOND: ['Who moves or appeals does not second', 'Another seat seconds.'],
    SECOND_WRONG_CONSTITUENCY: [
      'The second must come from another constituency',
      'A seat of another constituency seconds.',
    ],
    NOT_THE_MOVER: ['Only the mover withdraws', 'Name the seat that moved, or the permission of the body.'],
    WITHDRAWAL_NEEDS_PERMISSION: [
      'The motion belongs to the body now',
      'After it is stated, it is withdrawn with the permission of the body.',
    ],
    POSTPONED_TO_THE_PAST: ['A motion cannot be postponed to a time that is past', 'Choose a later time.'],
    REPORT_DUE_IN_THE_PAST: ['A report cannot be due at a time that is past', 'Choose a later time.'],
    RULE_NOT_EVALUABLE: ['The decision rule cannot be evaluated', 'See `inputs.problems`.'],
    RULE_WITHOUT_CLAUSE: [
      'The decision rule is not bound to a clause',
      'Name the clause from which the rule comes in `clauseRef`.',
    ],
    SECRET_BALLOT_FORBIDDEN: ['The body may not vote by secret ballot', 'Choose another method.'],
    VOTE_NOT_OPEN: ['This vote is not open', 'Open it first, or check the `voteEventId`.'],
    DUPLICATE_BALLOT: ['The seat has answered in this vote', 'Change the ballot instead.'],
    NO_BALLOT_TO_CHANGE: ['The seat has not answered in this vote', 'Record the ballot instead.'],
    BALLOT_UNCHANGED: ['The seat has given this answer already', 'Nothing needs to be done.'],
    BALLOT_STANDS: [
      'The ballot was cast by whoever sat then, and stands',
      'Who sits now does not change it.',
    ],
    OPTION_IS_COMPUTED: [
      'This answer is worked out when the vote is closed',
      'Record only what the seat itself answered.',
    ],
    SEAT_IS_PRESENT: [
      'The seat is present, so it is not absent or excused',
      'Check the answer, or record the departure.',
    ],
    RECUSED_CANNOT_VOTE: ['The seat has recused itself from this item', 'A recused seat casts no ballot.'],
    ALTERNATE_NOT_ALLOWED: [
      'The rule lets no alternate vote',
      'The seat stands as absent; open the vote under a rule whose `absentee` is `alternate` where a clause says so.',
    ],
    ALTERNATE_NOT_SITTING: ['The alternate does not sit then', 'Record the arrival of the alternate first.'],
    PAIR_INVALID: ['The pair is not valid', 'A paired ballot names another seat of the vote as its partner.'],
    PAIR_NOT_MUTUAL: ['The other seat is not paired with this one', 'Both seats of a pair name each other.'],
    CASTING_VOTE_REQUIRED: [
      'The vote is tied and the rule lets the chair decide',
      'Send the casting vote with the closing.',
    ],
    CHAIR_HAS_VOTED: [
      'The chair has voted with the others',
      'Nobody votes twice: close without the casting vote, or have a chair cast it who has not voted.',
    ],
    DEADLOCK_SUGGESTS_MEDIATION: [
      'The same text has failed twice by a split of the sides',
      'Mediation is suggested, by the clause that is cited; nothing follows by itself.',
    ],
    CASTING_VOTE_WITHOUT_TIE: ['There is no tie that the chair may break', 'Leave the casting vote out.'],
    NOT_CHAIR_AS_OF: ['The seat does not preside then', 'The casting vote is that of the chair.'],
    COUNTS_DO_NOT_RECONCILE: [
      'The counts that were announced are not those of the ballots',
      'See `inputs.differences`.',
    ],
    CONSENT_WITHOUT_ROLL_CALL: [
      'The motion was adopted without objection, so no member cast a vote or abstained',
      'The record names who was there and did not object; take a roll call where the vote of each is to be reported.',
    ],
    MISSING_MEMBER_VOTES: [
      'Members were present and their answers are not recorded',
      'Record the answer of every member who is present.',
    ],
  }),
};
