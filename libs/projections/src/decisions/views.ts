import type { body, ClauseRef, Finding, motion, RecordingMode, SourceRef, tally, When } from '#governance';

export type Outcome = 'adopted' | 'rejected';

/** How one seat stands in the roll call, with what a reader needs to name it. */
export type RollCallLine = motion.RollCallEntry &
  Readonly<{
    /** From the eligibility snapshot. */
    label?: string;
    votingRight?: body.VotingRight;
    roles: readonly body.Role[];
  }>;

export type AdvisoryLine = Readonly<{
  seatId: string;
  label?: string;
  constituencyId?: string;
  option: tally.VoteOption;
}>;

/** A constituency's part: its counts, and whether its own tests passed. */
export type ConstituencyResult = Readonly<{
  constituencyId: string;
  name?: string;
  counts: Readonly<Partial<Record<tally.VoteOption, number>>>;
  result?: 'pass' | 'fail';
}>;

export type DecisionSummary = Readonly<{
  /** `{motionId}:{voteEventId}`. */
  decisionId: string;
  motionId: string;
  voteEventId: string;
  bodyId?: string;
  bodyName?: string;
  title?: string;
  outcome: Outcome;
  /** Why not: a code of the tally. */
  reason?: string;
  /** When the vote was closed. */
  decidedAt: When;
  recordedAt: string;
  /** Of the closing event in the source of the read models. */
  position: number;
  /** Of the whole body; options without a vote are left out. */
  counts: Readonly<Partial<Record<tally.VoteOption, number>>>;
  illustration?: true;
}>;

/** One closed vote with everything that is needed to check and explain it. */
export type DecisionDocument = DecisionSummary &
  Readonly<{
    /** Events that opened and closed the vote. */
    openedEventId?: string;
    closedEventId: string;
    openedAt?: When;
    recordingMode: RecordingMode;
    timeZone?: string;
    meetingId?: string;
    itemId?: string;
    text?: string;
    textSha256?: string;
    method?: motion.VoteMethod;
    movedBy?: Readonly<{ seatId?: string; label?: string; constituencyId?: string }>;
    secondedBy?: Readonly<{
      seatId?: string;
      label?: string;
      constituencyId?: string;
      exemption?: motion.MotionSeconded['exemption'];
    }>;
    /** Absent where the opening is not in the record. */
    rule?: tally.DecisionRule;
    clauseRef?: ClauseRef;
    constituencies: readonly ConstituencyResult[];
    rollCall: readonly RollCallLine[];
    advisory: readonly AdvisoryLine[];
    castingVote?: motion.VoteClosed['castingVote'];
    authorized?: body.AuthorizedSeats;
    rosterRevision?: number;
    meetingRevision: number;
    /** The tally as it was stored: quorum trace, every test of every alternative. */
    tally: tally.Tally;
    /** Of all events of the motion. */
    findings: readonly Finding[];
    sources: readonly SourceRef[];
  }>;
