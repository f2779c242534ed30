import type { CatalogueEntry } from '../catalogue.ts';
import { refused } from './entry.ts';

/** Ways of deciding other than a vote seat by seat. */
export const decidingRejections: Readonly<Record<string, CatalogueEntry>> = refused({
  CONSENSUS_NOT_IN_RULE: [
    'The rule does not decide by consensus',
    'Open a vote, or name a rule whose `mode` is `consensus` or `consensus_then_vote`.',
  ],
  CONSENSUS_NOT_TRIED: [
    'The rule wants consensus to be sought before a vote',
    'Call consensus on this text in this meeting; a vote may follow a round that fails.',
  ],
  CONSENSUS_ROUNDS_EXHAUSTED: [
    'The rule allows no further round on this text in this meeting',
    'Open the vote where the rule has one, change the text, or take it up in another meeting.',
  ],
  VOTE_NOT_IN_RULE: ['The rule decides by consensus and by nothing else', 'Call consensus instead.'],
  ROUND_NOT_OPEN: ['This round of consensus is not open', 'Call it first, or check the `roundId`.'],
  DUPLICATE_POSITION: ['The seat has taken a position in this round', 'Change the position instead.'],
  NO_POSITION_TO_CHANGE: ['The seat has taken no position in this round', 'Record the position instead.'],
  POSITION_UNCHANGED: ['The seat has taken this position already', 'Nothing needs to be done.'],
  BLOCK_REASON_REQUIRED: ['A block needs a reason', 'Say in `reason` why the seat blocks.'],
  POSITIONS_MISSING: [
    'Members are present and have taken no position',
    'Record the position of every voting seat that is present; to abstain is one.',
  ],
  BLOCKED: ['There are more blocks than the rule allows', 'The trace shows how many, and their reasons.'],
  TOO_MANY_STAND_ASIDES: [
    'More seats stand aside than the rule allows',
    'The trace shows how many, and how many the rule allows.',
  ],
  NOBODY_AGREES: ['Nobody agrees', 'Consensus needs at least one seat that agrees.'],
  UNANIMOUS_CONSENT_OBJECTED: [
    'A member has objected to unanimous consent',
    'Open the vote: one objection is enough. A changed text may be asked for anew.',
  ],
  CONSENT_NOT_IN_RULE: [
    'The rule wants the position of everybody',
    'Call consensus; silence is no position.',
  ],
  CONSENT_BELOW_RULE: [
    'The rule could not be met even if everybody present voted yes',
    'Wait for more members; `inputs.alternatives` shows what is missing.',
  ],
  CONSENT_MOTION_NOT_ADOPTABLE: [
    'A motion on the consent calendar cannot be adopted with it',
    'Pull its item, or submit the motion; see `inputs` for the motion and its state.',
  ],
  CONSENT_CALENDAR_EMPTY: [
    'The meeting has no consent item with a motion that was not pulled',
    'Name the motion of each consent item on the agenda.',
  ],
  CONSENT_CALENDAR_OF_OTHER_MEETING: [
    'The consent calendar was compiled for another meeting',
    'Compile it for this one.',
  ],
  CONSENT_ITEM_PULLED: [
    'Items were pulled since the consent calendar was compiled',
    'Compile it anew, and decide the pulled items by themselves.',
  ],
  CONSENT_CALENDAR_NOT_ADOPTED: [
    'The consent calendar is not adopted',
    'Decide on it first; its motions are adopted with it.',
  ],
  BLOC_NOT_GRANTED: [
    'No clause lets a side vote as a bloc',
    'Record the ballot of each seat, or open the vote under a rule whose `absentee` is `bloc`.',
  ],
  BLOC_ABSENT: ['Nobody of the bloc is present who may vote', 'Record the arrival of its members first.'],
  BLOC_SPLIT: [
    'The seats of the bloc are not of one mind',
    'The clause does not resolve the split this way; see `inputs.positions`.',
  ],
  BLOC_HAS_VOTED: ['The constituency has voted as a bloc', 'No seat of it votes apart in this vote.'],
  NOT_AN_ELECTION: ['The motion is no election', 'Call the election first.'],
  ELECTION_BY_BALLOT: [
    'The motion is an election',
    'Open a round of ballots, or declare the only candidate elected by unanimous consent.',
  ],
  CANDIDATE_EXISTS: ['The candidate is nominated already', 'Nothing needs to be done.'],
  CANDIDATE_UNKNOWN: [
    'There is no such candidate',
    'Nominate the candidate first, or check the `candidateId`; an abstention names none.',
  ],
  CANDIDATE_OF_OTHER_CONSTITUENCY: [
    'The candidate sits for another constituency than the office',
    'Nominate a seat of the constituency for which the office is.',
  ],
  NO_CANDIDATES: ['Nobody is nominated', 'Nominate a candidate first.'],
  NOT_UNOPPOSED: [
    'There is not exactly one candidate',
    'Open a round of ballots: only a candidate without opposition is elected without one.',
  ],
  BALLOT_WOULD_BE_ATTRIBUTED: [
    'The ballot is secret',
    'Report the totals of the tellers, or correct them; whose ballot was which is not recorded, and is not corrected.',
  ],
  BALLOT_NOT_SECRET: [
    'The ballot is not secret',
    'Record the ballot of each seat; once the vote is closed, correct how a seat stands.',
  ],
  TELLERS_HAVE_REPORTED: ['The tellers have reported', 'Close the round or the vote, or abort it.'],
  TELLERS_NOT_HEARD: [
    'The tellers have not reported',
    'Report their totals before the round or the vote is closed.',
  ],
  CASTING_VOTE_IN_SECRET_BALLOT: [
    'In a secret ballot the chair votes with the others, and has no casting vote',
    'Close the vote without one: a tie does not carry.',
  ],
  TELLERS_MISSING: ['Nobody is named who counted', 'Name the tellers.'],
  TOTALS_BY_CONSTITUENCY_REQUIRED: [
    'The rule asks each constituency',
    'Have the ballots of each constituency counted apart, and name it with every total.',
  ],
  MEDIATION_RECORDED: [
    'The mediation is on record, or has ended',
    'A mediation is referred once and ends once; another one has an id of its own.',
  ],
  NOTHING_TO_MEDIATE: [
    'No vote and no round of consensus on this text has failed',
    'Let the body try to decide first: mediation follows a deadlock.',
  ],
  MEDIATOR_NOT_NEUTRAL: [
    'The mediator holds a seat of the body',
    'Name a person or an organization that belongs to neither side.',
  ],
  MEDIATION_WITHOUT_CLAUSE: [
    'No clause sends the question to mediation',
    'Name it in `clauseRef`, if there is one.',
  ],
  NOT_ON_CONSENT_CALENDAR: [
    'The consent calendar does not name this motion',
    'Decide on the motion by itself.',
  ],
});
