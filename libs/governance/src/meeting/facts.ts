import type { Regime } from '../body/events.ts';
import type { Roster } from '../body/roster.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import type { AtFact, When } from '../kernel/index.ts';
import type { AuthorityMotion } from '../motion/cited.ts';
import type { OrderFact as MotionOrder, OtherMotion } from '../motion/procedure/facts.ts';
import type { Agreement, Vote } from '../motion/state.ts';
import type { Selection } from '../rulebook/selection.ts';
import type { AgendaItem, MinutesDrafted } from './events.ts';

/** A vote on a motion, as far as a meeting asks for it. */
export type MotionVote = Readonly<{
  openedAt: When;
  /** Motions that are decided with this one, where it is a consent calendar. */
  consentMotionIds?: readonly string[];
  /** Absent while the vote is open. */
  closed?: Vote['closed'];
  /** Where the body agreed without a vote. */
  agreed?: Agreement;
}>;

/** Another meeting from which an item was continued. */
export type EarlierMeeting = Readonly<{
  bodyId: string;
  startsAt: When;
  /** Items that it could act on. */
  items: readonly AgendaItem[];
}>;

/** The body's roster as of `at`; undefined where there is no such body. */
export type RosterFact = Readonly<{ roster: Roster | undefined }>;

/** What the body has selected as of `at`: its open-meeting regime, its rules of order, its own policy. */
export type RegimeFact = Selection & Readonly<{ regime: Regime }>;

/** By motion, its last vote that was not aborted; motions without a vote are left out. */
export type VotesFact = Readonly<{ votes: ReadonlyMap<string, MotionVote> }>;

/** Other meetings that exist, of those asked for. */
export type EarlierMeetingsFact = Readonly<{ earlierMeetings: ReadonlyMap<string, EarlierMeeting> }>;

/** The minutes as the record tells them now, rendered; undefined where the command does not ask for them. */
export type MinutesFact = Readonly<{
  rendered?: Omit<MinutesDrafted, 'type' | 'coChairsOf'> | undefined;
}>;

/** The motion by which the body does it, as its stream tells it; undefined where there is no such motion. */
export type AuthorityMotionFact = Readonly<{ authorityMotion?: AuthorityMotion | undefined }>;

/** Whether the passage that the command names stands in the approved minutes. */
export type PassageFact = Readonly<{ passageFound?: boolean | undefined }>;

/** Of the meeting itself. */
export type MeetingIdFact = Readonly<{ meetingId: string }>;

/** Motions of which the meeting's record knows, as their own streams tell them. */
export type MotionsFact = Readonly<{ motions: ReadonlyMap<string, OtherMotion> }>;

/** Whether what is out of order is refused or noted (RR-02). */
export type OrderFact = Pick<MotionOrder, 'rulesOfOrder'>;

/** What the decisions on a meeting read from other streams; `streamsRead` says which ones a command needs. */
export type Facts = AtFact &
  RosterFact &
  RegimeFact &
  VotesFact &
  EarlierMeetingsFact &
  MinutesFact &
  AuthorityMotionFact &
  PassageFact &
  MotionsFact &
  MeetingIdFact &
  OrderFact &
  GoverningFact;
