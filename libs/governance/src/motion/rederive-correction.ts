import { tally } from '../tally/index.ts';
import type { Tally } from '../tally/index.ts';
import { correctedRoll } from './closed-votes.ts';
import type { ClosedVote, SecretCount } from './closed-votes.ts';
import { isSame } from './differences.ts';
import type { Differences } from './differences.ts';
import { disposition, standsBy } from './disposition.ts';
import type {
  MotionEvent,
  TallyRestated,
  VoteRecordCorrected,
  VoteTellersReportCorrected,
} from './events.ts';
import { wholeRoll } from './called-roll.ts';
import { recounted } from './secret/outcome.ts';
import type { MotionState } from './state.ts';

export type VoteCorrection = VoteRecordCorrected | VoteTellersReportCorrected;

export const isCorrection = (event: MotionEvent): event is VoteCorrection =>
  event.type === 'VoteRecordCorrected' || event.type === 'VoteTellersReportCorrected';

/** A correction worked out again. */
export type RederivedCorrection = Readonly<{ tally: Tally; differences: readonly string[] }>;

function* entryDifferences(vote: ClosedVote, correction: VoteRecordCorrected): Differences {
  if (vote.secret) yield `the correction says how ${correction.seatId} stood, and the vote was secret`;
  const { seatId, from, presence } = correction;
  const entry = wholeRoll(vote).find((one) => one.seatId === seatId);
  if (entry?.option !== from)
    yield `the correction says that ${seatId} stood as ${from}, and the roll call does not`;
  if (presence && entry?.present !== presence.from)
    yield `the correction says another presence of ${seatId} than the roll call`;
}

function* reportDifferences(
  secret: SecretCount | undefined,
  { from }: VoteTellersReportCorrected,
): Differences {
  if (!secret) yield 'the totals of tellers were corrected, and the vote was not secret';
  else if (!isSame(secret.totals, from))
    yield 'the correction says that the tellers reported other totals than they did';
}

/** What the vote comes to as corrected. */
function correctedTally(vote: ClosedVote, correction: VoteCorrection): Tally {
  const { rule, eligibility, castingVote, secret } = vote;
  if (correction.type === 'VoteRecordCorrected')
    return tally(rule, eligibility, wholeRoll(correctedRoll(vote, correction)), castingVote);
  return secret ? recounted(vote, { ...secret, totals: correction.to }) : vote.tally;
}

function* restatementDifferences(
  vote: ClosedVote,
  { authority }: VoteCorrection,
  expected: Tally,
  restated: TallyRestated | undefined,
): Differences {
  const changesOutcome = expected.result !== vote.tally.result;
  if (!isSame(restated?.tally, expected))
    yield 'the restated tally does not follow from the corrected record';
  if (restated?.changesOutcome !== changesOutcome)
    yield 'the restatement does not say rightly whether the outcome changed';
  if (changesOutcome && authority.kind === 'clerical') yield 'a clerical correction changed the outcome';
}

/** The motion is disposed of anew exactly where the vote that disposed of it came out otherwise. */
function* newDispositionDifferences(
  state: MotionState,
  { voteEventId, tally: before }: ClosedVote,
  expected: Tally,
  next: MotionEvent | undefined,
): Differences {
  const isRestated =
    (next?.type === 'MotionAdopted' || next?.type === 'MotionRejected') && next.restated === true;
  const isDue = standsBy(state, voteEventId) && expected.result !== before.result;
  if (isDue && !isSame(next, { ...disposition(voteEventId, expected), restated: true }))
    yield 'the outcome changed, and the motion was not disposed of so';
  if (!isDue && isRestated) yield 'the motion was disposed of anew, and its outcome had not changed';
}

/**
 * What a correction comes to.
 *
 * @param state before it
 * @param following the two events after it
 */
export function rederiveCorrection(
  state: MotionState,
  correction: VoteCorrection,
  [restated, next]: readonly MotionEvent[],
): RederivedCorrection | undefined {
  const vote = state.closedVotes.get(correction.voteEventId);
  if (!vote) return undefined;
  const expected = correctedTally(vote, correction);
  const isOfVote = restated?.type === 'TallyRestated' && restated.voteEventId === vote.voteEventId;
  return {
    tally: expected,
    differences: [
      ...(correction.type === 'VoteRecordCorrected'
        ? entryDifferences(vote, correction)
        : reportDifferences(vote.secret, correction)),
      ...restatementDifferences(vote, correction, expected, isOfVote ? restated : undefined),
      ...newDispositionDifferences(state, vote, expected, next),
    ],
  };
}
