import type { BoundRulePin } from '../bound-rule-pin.ts';
import type { Eligibility } from '../../tally/electorate.ts';
import type { SeatWithoutVote } from '../../tally/roll-call.ts';
import type { DecisionRule } from '../../tally/rule.ts';
import type { QuorumTrace } from '../../tally/trace.ts';
import type { MotionRead } from '../procedure/events.ts';

/** A voting seat that was there and did not object. It cast no ballot, and none is made up for it. */
export type ConsentingSeat = Readonly<{
  seatId: string;
  constituencyId?: string;
  by: 'member' | 'alternate';
}>;

/** Nobody objects, so the motion is adopted without a vote (meeting rule RR-16). RONR (12th ed.) 4:58–63. */
export type UnanimousConsentDeclared = Readonly<{
  type: 'UnanimousConsentDeclared';
  consentId: string;
  meetingId: string;
  itemId?: string;
  textSha256: string;
  rule: DecisionRule;
  eligibility: Eligibility;
  rosterRevision: number;
  meetingRevision: number;
  /** Motions that stood in the way of the question, as they were read (RR-02). */
  pendingMotions?: readonly MotionRead[];
  /** Where the rule was resolved from the clause that states it. */
  boundRule?: BoundRulePin;
  /** Where the quorum comes from clauses of its own. */
  boundRules?: readonly BoundRulePin[];
  /** Who could have objected. */
  present: readonly ConsentingSeat[];
  /** Voting seats that had recused themselves from the item. */
  recusedSeatIds: readonly string[];
  /** Where the quorum demands seats without a vote. */
  withoutVote?: readonly SeatWithoutVote[];
  quorum: QuorumTrace;
}>;
/** One objection is enough: the body votes (meeting rule RR-16). */
export type UnanimousConsentObjected = Readonly<{
  type: 'UnanimousConsentObjected';
  meetingId: string;
  textSha256: string;
  seatId: string;
  constituencyId?: string;
  reason?: string;
}>;

/** A motion that a consent calendar adopts, as it was when the calendar was compiled. */
export type CalendarEntry = Readonly<{
  motionId: string;
  itemId: string;
  textSha256: string;
  /** Of the motion's stream. */
  revision: number;
}>;
/** The motion adopts every consent item of a meeting that nobody has pulled. */
export type ConsentCalendarCompiled = Readonly<{
  type: 'ConsentCalendarCompiled';
  meetingId: string;
  meetingRevision: number;
  entries: readonly CalendarEntry[];
}>;
/** A motion is adopted with the consent calendar on which it stood; how that was adopted stands in its stream. */
export type ConsentCalendarApplied = Readonly<{
  type: 'ConsentCalendarApplied';
  byMotionId: string;
  /** Of the calendar's stream, at which it was read. */
  calendarRevision: number;
  /** The vote, round or consent by which the calendar was adopted: with its motion, the id of a decision. */
  calendarDecidedBy: string;
  meetingId: string;
  itemId: string;
  textSha256: string;
}>;

export type ConsentEvent =
  UnanimousConsentDeclared | UnanimousConsentObjected | ConsentCalendarCompiled | ConsentCalendarApplied;
