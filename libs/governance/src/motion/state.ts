import type { When } from '../kernel/index.ts';
import type { DecisionRule } from '../tally/rule.ts';
import type { VoteOption } from '../tally/trace.ts';
import type { Act } from './act.ts';
import type { ClosedVotes } from './closed-votes.ts';
import type { Consensus } from './consensus/state.ts';
import type { Consent } from './consent/state.ts';
import type { Effect } from './effect.ts';
import type { Election } from './election/state.ts';
import type { Eligibility, RollCallEntry } from './events.ts';
import type { MediationOutcome } from './mediation/events.ts';
import type { Amendment } from './procedure/amendment.ts';
import type { MotionClass } from './procedure/motion-class.ts';
import { noProcedure } from './procedure/state.ts';
import type { Procedure } from './procedure/state.ts';
import type { RepresentedSeat, VoteTotal } from './secret/events.ts';
import type { MotionStatus } from './status.ts';
import type { VoteMethod } from './vote-method.ts';

export type { MotionStatus } from './status.ts';

export type Ballot = Readonly<{
  option: VoteOption;
  by: 'member' | 'alternate' | 'proxy';
  /** The seat that votes by proxy. */
  proxySeatId?: string | undefined;
  pairedWithSeatId?: string | undefined;
  /** Cast with its constituency. */
  bloc?: true;
  at: When;
}>;

/** A vote that is open: what it pinned, and the ballots until now. */
export type OpenedVote = Readonly<{
  voteEventId: string;
  /** Its opening, or a ballot that certainly came later. */
  lastAt: When;
  meetingId: string;
  itemId?: string | undefined;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  ballots: ReadonlyMap<string, Ballot>;
  method: VoteMethod;
  /** Of a secret vote, as the tellers reported. */
  totals?: readonly VoteTotal[];
  represented?: readonly RepresentedSeat[];
  /** Seats whose advisory ballot is recorded. */
  advisory: ReadonlySet<string>;
}>;

/** Voting seats that were there when the body agreed without a vote, and those of them that did. */
export type Agreement = Readonly<{ presentSeatIds: readonly string[]; agreeingSeatIds: readonly string[] }>;

/** A vote that was not aborted, as far as other streams ask for it. */
export type Vote = Readonly<{
  openedAt: When;
  /** Motions that are decided with this one, where it is a consent calendar. */
  consentMotionIds?: readonly string[];
  /** Absent while the vote is open. */
  closed?: Readonly<{
    result: 'pass' | 'fail';
    rollCall: readonly RollCallEntry[];
    /** Of a secret vote, in which the roll call tells nobody's answer. */
    secret?: Readonly<{ present: number; ayes: number }>;
  }>;
  /** Where everybody agreed or nobody objected, and no vote was taken. */
  agreed?: Agreement;
}>;

export type MotionState = Readonly<{
  status: MotionStatus;
  /** When the motion came to its status; absent until it is moved: drafts may be typed after the meeting. */
  since?: When;
  /** Empty before the motion is drafted, as is the hash. */
  bodyId: string;
  title: string;
  text: string;
  textSha256: string;
  /** The motion that it cures. */
  cures?: string;
  effect?: Effect;
  classification: MotionClass;
  appliesTo?: string;
  amendment?: Amendment;
  /** Of an amendment (RR-03). */
  degree?: number;
  /** The agenda item under which the motion was agendized last. */
  agendized?: Readonly<{ meetingId: string; itemId: string }>;
  mover?: Readonly<{ seatId: string; constituencyId?: string | undefined }>;
  /** The meeting before which the motion is, or was last. */
  meetingId?: string;
  vote?: OpenedVote | undefined;
  lastVote?: Vote | undefined;
  /** Rounds of consensus, if there were any. */
  consensus?: Consensus;
  /** Objections to unanimous consent, and the motions that this one adopts as a consent calendar. */
  consent?: Consent;
  /** Where the motion is an election. */
  election?: Election | undefined;
  /** The vote, round, consent or consent calendar that disposed of the motion. */
  decidedBy?: string;
  closedVotes: ClosedVotes;
  /** The vote by which the motion was adopted or rejected last; absent where it was by another way. */
  disposedBy?: string | undefined;
  /** Votes opened until now, aborted ones too; and every other way of deciding by its id. */
  voteEventIds: readonly string[];
  /** Mediations by id, and where they stand. */
  mediations?: ReadonlyMap<string, MediationOutcome>;
  /** What members did in deciding it, in the order of the stream. */
  acts: readonly Act[];
  procedure: Procedure;
}>;

export const noMotion: MotionState = {
  status: 'none',
  bodyId: '',
  title: '',
  text: '',
  textSha256: '',
  classification: 'main',
  closedVotes: new Map(),
  voteEventIds: [],
  acts: [],
  procedure: noProcedure,
};
