import type { When } from '../kernel/when.ts';

/** What is challenged: what a motion did, what was done in a meeting, or an action in words. */
export type ActionRef =
  | Readonly<{ kind: 'motion'; motionId: string; motionRevision: number }>
  | Readonly<{ kind: 'meeting'; meetingId: string; meetingRevision: number; itemId?: string }>
  | Readonly<{ kind: 'described'; description: string }>;

/**
 * Somebody demands in writing that a body cure or correct an action that is said to violate the open-meeting
 * law. Cal. Gov. Code § 54960.1(b)–(c).
 */
export type CureDemandReceived = Readonly<{
  type: 'CureDemandReceived';
  bodyId: string;
  /** Who demands: in words, never a private person's name. */
  by: string;
  action: ActionRef;
  /** When the action was taken. */
  actedAt: When;
  /** The section that is said to be violated, as in "54954.2". */
  allegedSection: string;
  /** Whether the action was taken in open session. */
  openSession: boolean;
  receivedAt: When;
  statement?: string;
}>;

/**
 * `demand`: until when it could be demanded; `response`: until when the body may cure, correct or decline;
 * `suit`: until when an action in court may begin.
 */
export type Deadline = Readonly<{
  kind: 'demand' | 'response' | 'suit';
  due: When;
  /** Calendar days of the body's zone, from that time on. */
  days: number;
  from: When;
}>;

/** Deadlines follow from recorded dates; nothing happens by itself when one passes (meeting rule BA-17). */
export type CureDeadlineComputed = Readonly<{
  type: 'CureDeadlineComputed';
  basis: 'demand' | 'response';
  rule: 'BA-17';
  timeZone: string;
  deadlines: readonly Deadline[];
}>;

/** The body took the action anew (meeting rule BA-18), and told whoever demanded it. */
export type CureActionTaken = Readonly<{
  type: 'CureActionTaken';
  motionId: string;
  motionRevision: number;
  /** When whoever demanded it got the notice of that. */
  noticeReceivedAt: When;
}>;

/** The body decided not to cure or correct, and told whoever demanded it. */
export type CureDeclined = Readonly<{ type: 'CureDeclined'; noticeReceivedAt: When; statement?: string }>;

export const challengeOutcomes = ['cured', 'declined', 'withdrawn', 'lapsed', 'adjudicated'] as const;
export type ChallengeClosed = Readonly<{
  type: 'ChallengeClosed';
  outcome: (typeof challengeOutcomes)[number];
  statement?: string;
}>;

export type ChallengeEvent =
  CureDemandReceived | CureDeadlineComputed | CureActionTaken | CureDeclined | ChallengeClosed;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  CureDemandReceived: true,
  CureDeadlineComputed: true,
  CureActionTaken: true,
  CureDeclined: true,
  ChallengeClosed: true,
} satisfies Record<ChallengeEvent['type'], true>);
