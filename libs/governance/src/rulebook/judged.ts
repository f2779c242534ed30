import type { RuleId } from './rules.ts';

/** Where software judges a rule, and what of it remains for people. */
export type Judged = Readonly<{
  /** Operations whose decision looks at it, and queries that show it. */
  where: readonly string[];
  /** What of it software cannot judge from recorded facts, and why. */
  notJudged?: string;
}>;

/** Ways in which a body is asked to decide. */
const putting = ['openVote', 'callConsensus', 'openElectionRound', 'declareUnanimousConsent'] as const;
const taking = ['openItem', 'moveMotion', ...putting] as const;
const posting = ['postAgenda', 'rescheduleMeeting', 'callToOrder'] as const;
const quorum = ['establishQuorum', ...putting, 'closeVote', 'closeConsensus', 'closeElectionRound'] as const;

const at = (...where: readonly string[]): Judged => ({ where });
const except = (notJudged: string, ...where: readonly string[]): Judged => ({ where, notJudged });

/** Every rule of the rulebook: where it is judged, and what is left to people. */
export const judged: Readonly<Record<RuleId, Judged>> = {
  'BA-01': except(
    'That a posting stayed readable until the meeting is attested by whoever posted it.',
    ...posting,
    'getNoticeProof',
  ),
  'BA-02': at(...posting, 'giveNotice', 'getNoticeProof'),
  'BA-03': at(...taking, 'admitOffAgendaItem'),
  'BA-04': except(
    'Whether there is an emergency is for the body to find.',
    'callToOrder',
    ...putting,
    'getNoticeProof',
  ),
  'BA-04-POSTING': except(
    'Nothing on record says how long minutes hung at a public place; and the rule was read for state bodies only.',
  ),
  'BA-05': at(...taking),
  'BA-06': except('Whether the need arose after the posting is for the body to find.', 'admitOffAgendaItem'),
  'BA-07': except('Whether a description tells the public enough is for people to say.', 'postAgenda'),
  'BA-08': at('closeItem', 'adjourn', 'enterClosedSession'),
  'BA-09': at('closeVote', 'closeElectionRound', 'declareUnanimousConsent'),
  'BA-10': at('openVote', 'openElectionRound'),
  'BA-11': except(
    'That a place was open to the public and lies inside the jurisdiction is attested with the arrival; which of the provisions is the right one is for counsel to say.',
    'recordArrival',
    ...quorum,
  ),
  'BA-11-SB707': at('getMinutes', 'draftMinutes'),
  'BA-12': at('distributeWriting'),
  'BA-13': at('enterClosedSession', 'adjourn'),
  'BA-14': at('postAdjournmentNotice'),
  'BA-15': at(...quorum),
  'BA-16': except(
    'What members say to one another outside meetings is on no record: only what they are told to have done outside one is found, and added up for one motion and meeting.',
    'moveMotion',
    'secondMotion',
    'recordConsensusPosition',
    'changeConsensusPosition',
    'recordBallot',
    'changeBallot',
    'recordBlocBallot',
    'recordElectionBallot',
    'declareUnanimousConsent',
    'closeVote',
  ),
  'BA-17': at('receiveCureDemand', 'takeCureAction', 'declineCure', 'listChallenges'),
  'BA-18': at('draftMotion', 'takeCureAction'),
  'GA-01': at(...posting, 'getNoticeProof'),
  'GA-02': at(...taking, 'admitOffAgendaItem'),
  'LR-01': except(
    'Which motions take up a subject of bargaining, and when the employer made them public, is not on the record of a joint committee: the rule binds the board of the employer.',
  ),
  'LR-02': at('adoptVersion'),
  'PR-01': except(
    'Who asked in writing is not on record; that somebody looked before the approval is attested.',
    'approveMinutes',
  ),
  'CI-01': except('Whether an interest disqualifies is for counsel to say.', 'recordRecusal'),
  'AV-01': at('recordAdvisoryBallot', 'closeVote'),
  'RR-01': at('secondMotion', 'stateQuestion', 'openVote', 'callConsensus'),
  'RR-02': at('moveMotion', 'stateQuestion', ...putting),
  'RR-02-UNVERIFIED': at('moveMotion', 'stateQuestion', ...putting),
  'RR-03': except('Whether an amendment is germane is for the chair to rule.', 'moveMotion'),
  'RR-04': at(...putting),
  'RR-05': at('closeVote'),
  'RR-06': at('openVote', 'closeVote'),
  'RR-07': at('moveMotion', 'reconsiderMotion'),
  'RR-08': at(
    'reconsiderMotion',
    'rescindMotion',
    'voidMotion',
    'correctVoteRecord',
    'correctVoteTellersReport',
  ),
  'RR-09': except(
    'That a postponement makes a special order, which takes two thirds, is not told by the command; the vote on it is judged by the rule of its class.',
    'postponeMotion',
  ),
  'RR-10': at('lapseMotion', 'getMotion'),
  'RR-11': at('withdrawMotion'),
  'RR-12': at(...putting),
  'RR-13': at('draftMinutes', 'approveMinutes', 'correctVoteRecord', 'correctVoteTellersReport'),
  'RR-14': except('What measures obtain a quorum is for the chair to see.', ...putting),
  'RR-15': at('draftMinutes', 'getMinutes'),
  'RR-16': at('declareUnanimousConsent', 'objectToUnanimousConsent'),
  'RR-17': except(
    'Whether debate keeps to its limits is for the chair to see: speeches are not recorded.',
    'moveMotion',
  ),
  'SP-01': at(
    'adoptCompositionRule',
    'openSeat',
    'closeSeat',
    'changeSeatVotingRight',
    'fillSeat',
    'getBodyComposition',
    'bindRule',
    'replaceRule',
    'interpretRule',
  ),
  'SP-02': at('fillSeat', 'extendTerm', 'changeSeatVotingRight', 'designateAlternate', 'assignRole'),
  'SP-03': at(...quorum, 'callToOrder', 'bindRule'),
  'SP-04': at('closeVote'),
  'SP-05': at('recordBlocBallot', 'closeVote'),
  'SP-06': at('recordArrival', 'recordBallot', 'closeVote'),
  'SP-07': at('grantProxy', 'recordBallot'),
  'SP-08': at('recordBallot', 'recordAdvisoryBallot'),
  'SP-09': except(
    'Whether a block is legitimate is for people to say.',
    'callConsensus',
    'recordConsensusPosition',
    'closeConsensus',
  ),
  'SP-10': at('recordBallot', 'closeVote'),
  'SP-11': at('moveMotion', 'secondMotion', 'callConsensus'),
  'SP-12': at('secondMotion'),
  'SP-13': at('closeVote'),
  'SP-14': at('enterIntoForce', 'recordRatification'),
  'SP-15': at('submitApplication', 'selectApplication', 'designateSchool'),
  'SP-16': at('attestRecord', 'getMinutes'),
  'SP-17': at('getAttendance'),
  'SP-18': at(...posting, 'giveNotice'),
};
