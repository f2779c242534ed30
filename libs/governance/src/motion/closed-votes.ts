import type { When } from '../kernel/index.ts';
import type { CastingVote, DecisionRule, Tally } from '../tally/index.ts';
import type {
  Eligibility,
  RollCallEntry,
  TallyRestated,
  VoteClosed,
  VoteOpened,
  VoteRecordCorrected,
} from './events.ts';

/** A vote that is closed: what it pinned, and its roll call and tally as they stand after every correction. */
export type ClosedVote = Readonly<{
  voteEventId: string;
  closedAt: When;
  meetingId: string;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  rollCall: readonly RollCallEntry[];
  castingVote?: CastingVote | undefined;
  tally: Tally;
  /** Whose ballot was which is nobody's to correct. */
  secret?: true;
}>;

/** By id, in the order in which they were closed. */
export type ClosedVotes = ReadonlyMap<string, ClosedVote>;

export function withClosed(
  votes: ClosedVotes,
  {
    voteEventId,
    meetingId,
    textSha256,
    rule,
    eligibility,
  }: Pick<VoteOpened, 'voteEventId' | 'meetingId' | 'textSha256' | 'rule' | 'eligibility'>,
  { rollCall, castingVote, tally, secret }: VoteClosed,
  closedAt: When,
): ClosedVotes {
  const closed = {
    voteEventId,
    closedAt,
    meetingId,
    textSha256,
    rule,
    eligibility,
    rollCall,
    castingVote,
    tally,
    ...(secret && { secret: true as const }),
  };
  return new Map(votes).set(voteEventId, closed);
}

/** The entry as the correction leaves it. */
export const correctedEntry = (
  entry: RollCallEntry,
  { to, presence }: Pick<VoteRecordCorrected, 'to' | 'presence'>,
): RollCallEntry => ({ ...entry, option: to, present: presence?.to ?? entry.present });

/** A roll call after a correction, in its order. */
export const correctedRollCall = (
  rollCall: readonly RollCallEntry[],
  correction: Pick<VoteRecordCorrected, 'seatId' | 'to' | 'presence'>,
): readonly RollCallEntry[] =>
  rollCall.map((entry) => (entry.seatId === correction.seatId ? correctedEntry(entry, correction) : entry));

export function evolveClosedVotes(
  votes: ClosedVotes,
  event: VoteRecordCorrected | TallyRestated,
): ClosedVotes {
  const vote = votes.get(event.voteEventId);
  if (!vote) return votes;
  const after =
    event.type === 'TallyRestated'
      ? { tally: event.tally }
      : { rollCall: correctedRollCall(vote.rollCall, event) };
  return new Map(votes).set(vote.voteEventId, { ...vote, ...after });
}
