import type { When } from '../kernel/index.ts';
import type { CastingVote, DecisionRule, Tally } from '../tally/index.ts';
import type {
  Eligibility,
  RollCallEntry,
  TallyRestated,
  VoteClosed,
  VoteRecordCorrected,
  VoteTellersReportCorrected,
} from './events.ts';
import type { CalledRoll } from './called-roll.ts';
import type { SecretVoters, VoteTotal } from './secret/events.ts';

/** Who could cast a ballot in a secret vote, and what the tellers counted, as it stands after every correction. */
export type SecretCount = SecretVoters & Readonly<{ totals: readonly VoteTotal[] }>;

/** A vote that is closed: what it pinned, and its roll call and tally as they stand after every correction. */
export type ClosedVote = Readonly<{
  voteEventId: string;
  closedAt: When;
  meetingId: string;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  rollCall: readonly RollCallEntry[];
  /** Where the quorum demands seats without a vote. */
  withoutVote?: readonly RollCallEntry[];
  castingVote?: CastingVote | undefined;
  tally: Tally;
  /** Whose ballot was which is nobody's to correct. */
  secret?: SecretCount;
}>;

/** By id, in the order in which they were closed. */
export type ClosedVotes = ReadonlyMap<string, ClosedVote>;

/** What a vote had when it opened, and what the tellers of a secret one reported. */
type Opened = Pick<ClosedVote, 'voteEventId' | 'meetingId' | 'textSha256' | 'rule' | 'eligibility'> &
  Readonly<{ totals?: readonly VoteTotal[] }>;

export function withClosed(
  votes: ClosedVotes,
  { voteEventId, meetingId, textSha256, rule, eligibility, totals = [] }: Opened,
  { rollCall, withoutVote, castingVote, tally, secret }: VoteClosed,
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
    ...(withoutVote && { withoutVote }),
    castingVote,
    tally,
    ...(secret && { secret: { ...secret, totals } }),
  };
  return new Map(votes).set(voteEventId, closed);
}

/** The entry as the correction leaves it. */
export const correctedEntry = (
  entry: RollCallEntry,
  { to, presence }: Pick<VoteRecordCorrected, 'to' | 'presence'>,
): RollCallEntry => ({ ...entry, option: to, present: presence?.to ?? entry.present });

type EntryCorrection = Pick<VoteRecordCorrected, 'seatId' | 'to' | 'presence'>;

/** A roll call after a correction, in its order. */
export const correctedRollCall = (
  rollCall: readonly RollCallEntry[],
  correction: EntryCorrection,
): readonly RollCallEntry[] =>
  rollCall.map((entry) => (entry.seatId === correction.seatId ? correctedEntry(entry, correction) : entry));

/** The same with the seats that have no vote: of theirs, only the presence can have been wrong. */
export const correctedRoll = (
  { rollCall, withoutVote }: CalledRoll,
  correction: EntryCorrection,
): CalledRoll => ({
  rollCall: correctedRollCall(rollCall, correction),
  ...(withoutVote && { withoutVote: correctedRollCall(withoutVote, correction) }),
});

export type CorrectionEvent = VoteRecordCorrected | VoteTellersReportCorrected | TallyRestated;

function afterCorrection(vote: ClosedVote, event: CorrectionEvent): ClosedVote {
  switch (event.type) {
    case 'VoteRecordCorrected':
      return { ...vote, ...correctedRoll(vote, event) };
    case 'VoteTellersReportCorrected':
      return vote.secret ? { ...vote, secret: { ...vote.secret, totals: event.to } } : vote;
    case 'TallyRestated':
      return { ...vote, tally: event.tally };
  }
}

export function evolveClosedVotes(votes: ClosedVotes, event: CorrectionEvent): ClosedVotes {
  const vote = votes.get(event.voteEventId);
  return vote ? new Map(votes).set(vote.voteEventId, afterCorrection(vote, event)) : votes;
}
