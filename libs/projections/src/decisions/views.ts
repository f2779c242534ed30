import type {
  DomainEvent,
  Finding,
  motion,
  RecordingMode,
  SourceRef,
  tally,
  Visibility,
  When,
} from '#governance';

export type Outcome = 'adopted' | 'rejected';

/** How the body decided. */
export type Manner = 'vote' | 'consensus' | 'unanimous_consent' | 'consent_calendar' | 'election';

/** Seats by how they stand; options without a seat are left out. */
export type Counts = Readonly<Partial<Record<tally.VoteOption, number>>>;

export type DecisionSummary = Readonly<{
  /** `{motionId}:{voteEventId}`, or the id of the round, the consent or the calendar's motion in its place. */
  decisionId: string;
  motionId: string;
  manner: Manner;
  /** Absent where the body did not vote on a question. */
  voteEventId?: string;
  /** Absent, as the title is, where the draft of the motion is not in the record. */
  bodyId?: string;
  bodyName?: string;
  title?: string;
  outcome: Outcome;
  /** Why not. */
  reason?: tally.FailureReason | tally.ConsensusFailure;
  /** When the vote or round was closed, or the consent declared. */
  decidedAt: When;
  recordedAt: string;
  /** Of the closing event; opaque, as in Minutebook-Position. */
  position: string;
  /** Of the whole body; empty where no ballots were cast on a question. */
  counts: Counts;
  /** The record of the vote was corrected: outcome and counts are as restated. */
  corrected?: true;
  /** It was adopted and is of no effect. */
  voided?: true;
  illustration?: true;
  /** Absent where it is public. */
  visibility?: Exclude<Visibility, 'public'>;
}>;

/** How one seat stands in the roll call, with its name from the eligibility snapshot. */
export type RollCallLine = motion.RollCallEntry & Readonly<{ label?: string }>;

/** Shown, never counted. */
export type AdvisoryLine = Readonly<{
  seatId: string;
  label?: string;
  constituencyId?: string;
  option: tally.VoteOption;
}>;

/** A round of consensus that disposed of its motion. */
export type ConsensusDetails = Readonly<{
  roundId: string;
  positions: readonly (tally.PositionEntry & Readonly<{ label?: string }>)[];
  /** Shown, never counted. */
  advisory: readonly AdvisoryPosition[];
  trace: tally.ConsensusTrace;
}>;

export type AdvisoryPosition = Readonly<{
  seatId: string;
  label?: string;
  position: tally.Position;
  reason?: string;
}>;

/** Who was there and did not object. Nobody cast a ballot. */
export type ConsentDetails = Readonly<{
  consentId: string;
  present: readonly (motion.ConsentingSeat & Readonly<{ label?: string }>)[];
  recusedSeatIds: readonly string[];
  quorum: tally.QuorumTrace;
}>;

/** The decision on the consent calendar with which the motion was adopted. */
export type CalendarDetails = Readonly<{ byMotionId: string; decisionId: string }>;

/** Who was elected to what. */
export type ElectedDetails = Readonly<Omit<motion.ElectionDecided, 'type' | 'decidedBy'>>;

/** A secret vote: who could have cast a ballot, and what the tellers reported, as corrected since. Whose ballot was which is not on record. */
export type SecretDetails = motion.SecretVoters &
  Partial<Pick<motion.VoteTellersReported, 'tellers' | 'totals'>>;

/** The round of ballots that elected; of a secret ballot, nobody's. */
export type ElectionDetails = Readonly<{
  ballotingId: string;
  roll: readonly (tally.ElectorEntry & Readonly<{ label?: string }>)[];
  presentSeatIds?: readonly string[];
  /** Of a secret ballot: seats that were away, and whose proxies were given a ballot. */
  represented?: readonly motion.RepresentedSeat[];
  trace: tally.ElectionTrace;
}>;

export type ConstituencyResult = Readonly<{
  constituencyId: string;
  name?: string;
  counts: Counts;
  /** Whether its own tests passed; absent where the rule asks nothing of it. */
  result?: 'pass' | 'fail';
}>;

/** Who moved or seconded; a second may be exempted instead. */
export type ActOfSeat = Readonly<{
  seatId?: string;
  label?: string;
  constituencyId?: string;
  exemption?: motion.SecondExemption;
}>;

/** A correction of how one seat stands. */
export type DecisionCorrection = Omit<motion.VoteRecordCorrected, 'type' | 'voteEventId'> &
  Readonly<{
    label?: string;
    /** Against what was on record before it. */
    changesOutcome: boolean;
    correctedAt: When;
    recordedAt: string;
    eventId: string;
  }>;

/** A correction of what the tellers reported of a secret vote. */
export type TellersCorrection = Omit<motion.VoteTellersReportCorrected, 'type' | 'voteEventId'> &
  Pick<DecisionCorrection, 'changesOutcome' | 'correctedAt' | 'recordedAt' | 'eventId'>;

/** The decision as it was recorded when the vote was closed. */
export type OriginalDecision = Readonly<{
  outcome: Outcome;
  reason?: tally.FailureReason | tally.ConsensusFailure;
  counts: Counts;
  constituencies: readonly ConstituencyResult[];
  rollCall: readonly RollCallLine[];
  withoutVote?: readonly RollCallLine[];
  tally?: tally.Tally;
  /** Of a secret vote, as the tellers reported. */
  totals?: readonly motion.VoteTotal[];
}>;

/** Why what was adopted is of no effect. */
export type Voiding = Omit<motion.MotionVoided, 'type'> &
  Readonly<{ voidedAt: When; recordedAt: string; eventId: string }>;

/** A finding with the event of the motion that carries it. */
export type DecisionFinding = Finding & Readonly<{ eventId: string; eventType: DomainEvent['type'] }>;

/**
 * One closed vote with everything that is needed to check and explain it: `tally(rule, eligibility, [...rollCall,
 * ...withoutVote], castingVote)` gives its tally again; of a secret vote, the totals do. What stands only in the opening
 * is absent where that is not in the record.
 */
export type DecisionDocument = DecisionSummary &
  Readonly<{
    openedEventId?: string;
    closedEventId: string;
    openedAt?: When;
    recordingMode: RecordingMode;
    /** Of the body. */
    timeZone?: string;
    meetingId?: string;
    itemId?: string;
    /** The text that was voted on. */
    text?: string;
    textSha256?: string;
    method?: motion.VoteMethod;
    movedBy?: ActOfSeat;
    secondedBy?: ActOfSeat;
    /** With the clause that it comes from. */
    rule?: tally.DecisionRule;
    constituencies: readonly ConstituencyResult[];
    /** Of a secret vote, only who took no part. */
    rollCall: readonly RollCallLine[];
    /** Seats without a vote that the quorum demands: they count for that, and for nothing else. */
    withoutVote?: readonly RollCallLine[];
    secret?: SecretDetails;
    advisory: readonly AdvisoryLine[];
    castingVote?: tally.CastingVote;
    eligibility?: motion.Eligibility;
    /** Revisions of the body and of the meeting at which the eligibility and the presence were read. */
    rosterRevision?: number;
    meetingRevision?: number;
    /** As stored: counts, group results, the quorum trace, every test of every alternative. Of a vote only. */
    tally?: tally.Tally;
    consensus?: ConsensusDetails;
    consent?: ConsentDetails;
    calendar?: CalendarDetails;
    election?: ElectedDetails;
    ballots?: ElectionDetails;
    /** In the order in which they were recorded; roll call and tally are as they leave them. */
    corrections?: readonly DecisionCorrection[];
    /** Of a secret vote: its totals and its tally are as these leave them. */
    reportCorrections?: readonly TellersCorrection[];
    /** Where there are corrections. */
    original?: OriginalDecision;
    voidedAs?: Voiding;
    /** Of all events of the motion. */
    findings: readonly DecisionFinding[];
    sources: readonly SourceRef[];
  }>;
