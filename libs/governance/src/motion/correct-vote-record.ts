import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { tally } from '../tally/index.ts';
import type { VoteOption } from '../tally/index.ts';
import { away } from './ballots.ts';
import { correctedEntry, correctedRoll } from './closed-votes.ts';
import type { ClosedVote } from './closed-votes.ts';
import { closedVoteOf, restating } from './correcting.ts';
import type { Correcting, CorrectionFacts } from './correcting.ts';
import type {
  MotionAdopted,
  MotionRejected,
  RollCallEntry,
  TallyRestated,
  VoteRecordCorrected,
} from './events.ts';
import type { Check } from './guards.ts';
import { wholeRoll } from './called-roll.ts';
import type { MotionState } from './state.ts';

/**
 * The record of a closed vote is put right: one seat at a time, with a reason. The secretary mends an error of
 * writing until the minutes are approved; after that, or where the outcome changes, the body does it by an
 * adopted motion. RONR (12th ed.) 48:14-15.
 */
export type CorrectVoteRecord = Correcting &
  Readonly<{
    type: 'CorrectVoteRecord';
    seatId: string;
    to: VoteOption;
    /** Whether the seat was there when the vote was closed, where that was recorded wrong too. */
    present?: boolean;
  }>;

/** How a seat may stand that has no vote. */
const silences: readonly VoteOption[] = ['not voting', 'recused', 'absent'];

type Correction = Pick<VoteRecordCorrected, 'seatId' | 'from' | 'to' | 'presence'>;

/** Of a seat without a vote, only its presence can be put right. */
function* entryOf(vote: ClosedVote, { seatId, to }: CorrectVoteRecord): Check<RollCallEntry> {
  const entry = wholeRoll(vote).find((one) => one.seatId === seatId);
  if (!entry) return yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'not in the roll call' });
  const hasVote = vote.rollCall.includes(entry);
  if (!hasVote && !silences.includes(to))
    yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'a seat without a vote' });
  return entry;
}

/** Whoever turns out to have answered was there, or had left since: that the record cannot know by itself. */
function* correctionOf(entry: RollCallEntry, { seatId, to, present }: CorrectVoteRecord): Check<Correction> {
  const { option: from, present: before } = entry;
  const presence = present !== undefined && present !== before && { presence: { from: before, to: present } };
  const correction = { seatId, from, to, ...presence };
  const after = correctedEntry(entry, correction);
  if (from === to && after.present === before)
    yield* refuse('CORRECTION_NO_CHANGE', { seatId, option: to, present: before });
  if (present === undefined && away.includes(from) !== away.includes(to))
    yield* refuse('CORRECTION_NEEDS_PRESENCE', { seatId, from, to, present: before });
  return correction;
}

export function* correctVoteRecord(
  state: MotionState,
  command: CorrectVoteRecord,
  facts: CorrectionFacts,
): Decision<VoteRecordCorrected | TallyRestated | MotionAdopted | MotionRejected> {
  const { voteEventId, reason } = command;
  const vote = yield* closedVoteOf(state, command, facts);
  if (vote.secret) yield* refuse('BALLOT_WOULD_BE_ATTRIBUTED', { voteEventId, seatId: command.seatId });
  const correction = yield* correctionOf(yield* entryOf(vote, command), command);
  const roll = wholeRoll(correctedRoll(vote, correction));
  const restated = tally(vote.rule, vote.eligibility, roll, vote.castingVote);
  const { authority, following } = yield* restating(state, command, { vote, restated }, facts);
  return [{ type: 'VoteRecordCorrected', voteEventId, ...correction, authority, reason }, ...following];
}
