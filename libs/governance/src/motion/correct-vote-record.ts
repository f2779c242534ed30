import { barredBy, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { tally } from '../tally/index.ts';
import type { Tally, VoteOption } from '../tally/index.ts';
import { adoptedBy } from './cited.ts';
import { away } from './ballots.ts';
import { correctedEntry, correctedRollCall } from './closed-votes.ts';
import type { ClosedVote } from './closed-votes.ts';
import { disposition, standsBy } from './disposition.ts';
import type {
  CorrectionAuthority,
  MotionAdopted,
  MotionRejected,
  RollCallEntry,
  TallyRestated,
  VoteRecordCorrected,
} from './events.ts';
import type { AttendanceFact, AuthorityFact } from './facts.ts';
import { notBefore } from './guards.ts';
import type { Check } from './guards.ts';
import { effectStands } from './procedure/effect-stands.ts';
import type { MotionState } from './state.ts';

/**
 * The record of a closed vote is put right: one seat at a time, with a reason. The secretary mends an error of
 * writing until the minutes are approved; after that, or where the outcome changes, the body does it by an
 * adopted motion. RONR (12th ed.) 48:14-15.
 */
export type CorrectVoteRecord = Readonly<{
  type: 'CorrectVoteRecord';
  voteEventId: string;
  seatId: string;
  to: VoteOption;
  /** Whether the seat was there when the vote was closed, where that was recorded wrong too. */
  present?: boolean;
  reason: string;
  /** The adopted motion; without one, the correction is clerical. */
  authorityMotionId?: string;
}>;

type Facts = AttendanceFact & AuthorityFact & AtFact;
type Correction = Pick<VoteRecordCorrected, 'seatId' | 'from' | 'to' | 'presence'>;

function* closedVoteOf(
  { closedVotes, vote }: MotionState,
  { voteEventId }: CorrectVoteRecord,
): Check<ClosedVote> {
  const closed = closedVotes.get(voteEventId);
  return closed ?? (yield* refuse('VOTE_NOT_CLOSED', { voteEventId, open: vote?.voteEventId }));
}

function* entryOf({ rollCall }: ClosedVote, { seatId }: CorrectVoteRecord): Check<RollCallEntry> {
  const entry = rollCall.find((one) => one.seatId === seatId);
  return entry ?? (yield* refuse('NOT_ENTITLED_AS_OF', { seatId, reason: 'not in the roll call' }));
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

type Asked = Readonly<{ vote: ClosedVote; bodyId: string; changesOutcome: boolean }>;

/** Before the approval of the minutes an error of writing is mended; after it only the body corrects (RR-13). */
function* clerical({ vote, changesOutcome }: Asked, { attendance }: Facts): Check<CorrectionAuthority> {
  const { voteEventId, meetingId } = vote;
  if (changesOutcome) yield* barredBy('RR-13', 'CLERICAL_CORRECTION_CHANGES_OUTCOME', { voteEventId });
  if (attendance?.minutesApproved)
    yield* barredBy('RR-13', 'CORRECTION_NEEDS_AUTHORITY', { voteEventId, meetingId });
  return { kind: 'clerical' };
}

function* byMotion(motionId: string, { bodyId }: Asked, facts: Facts): Check<CorrectionAuthority> {
  const asked = { at: facts.at, motionId, bodyId, code: 'CORRECTION_NEEDS_AUTHORITY' };
  const { revision } = yield* adoptedBy(facts.authorityMotion, asked);
  return { kind: 'motion', motionId, motionRevision: revision };
}

/** The motion stands as the vote that disposed of it; what became of it since (rescinded, void) stays. */
function restatedDisposition(
  state: MotionState,
  voteEventId: string,
  restated: Tally,
): readonly (MotionAdopted | MotionRejected)[] {
  return standsBy(state, voteEventId) ? [{ ...disposition(voteEventId, restated), restated: true }] : [];
}

/** While the body reconsiders what the vote decided, nothing else decides it: the first decision may yet stand. */
function* notReconsidering({ status, disposedBy, procedure }: MotionState, voteEventId: string): Check {
  if (status === 'reconsideration_pending' && disposedBy === voteEventId)
    yield* refuse('RECONSIDERATION_PENDING', {
      voteEventId,
      byMotionId: procedure.reconsideration?.byMotionId,
    });
}

export function* correctVoteRecord(
  state: MotionState,
  command: CorrectVoteRecord,
  facts: Facts,
): Decision<VoteRecordCorrected | TallyRestated | MotionAdopted | MotionRejected> {
  const { voteEventId, reason, authorityMotionId } = command;
  const vote = yield* closedVoteOf(state, command);
  yield* notBefore(facts.at, vote.closedAt);
  if (vote.secret) yield* refuse('BALLOT_WOULD_BE_ATTRIBUTED', { voteEventId, seatId: command.seatId });
  const correction = yield* correctionOf(yield* entryOf(vote, command), command);
  const roll = correctedRollCall(vote.rollCall, correction);
  const restated = tally(vote.rule, vote.eligibility, roll, vote.castingVote);
  const changesOutcome = restated.result !== vote.tally.result;
  const asked = { vote, bodyId: state.bodyId, changesOutcome };
  const authority =
    authorityMotionId === undefined
      ? yield* clerical(asked, facts)
      : yield* byMotion(authorityMotionId, asked, facts);
  if (changesOutcome) yield* notReconsidering(state, voteEventId);
  if (changesOutcome && state.disposedBy === voteEventId) yield* effectStands(state);
  return [
    { type: 'VoteRecordCorrected', voteEventId, ...correction, authority, reason },
    { type: 'TallyRestated', voteEventId, changesOutcome, tally: restated },
    ...(changesOutcome ? restatedDisposition(state, voteEventId, restated) : []),
  ];
}
