import type { When } from '../kernel/when.ts';
import type { MeetingType } from './events.ts';
import type { RuleId } from '../rulebook/rules.ts';
import type { RemoteParticipation } from './remote-participation.ts';
import type { RulingStatus } from './proceedings.ts';
import type { Span } from './span.ts';

/** One stay of one seat: from an arrival to a departure or the adjournment; a recess ends no stay. */
export type PresenceInterval = Readonly<{
  seatId: string;
  by: 'member' | 'alternate';
  personId?: string;
  mode: 'in_person' | 'remote';
  remote?: RemoteParticipation;
  from: When;
  /** Absent while the seat is present. */
  to?: When;
}>;

/** What a motion needs to know of the meeting in which it is moved and voted on, at one time. */
export type Attendance = Readonly<{
  meetingId: string;
  revision: number;
  bodyId: string;
  meetingType: MeetingType;
  inSession: boolean;
  /** When the body sat, as far as the record goes: a recess lies between two. */
  sittings: readonly Span[];
  /** Seats present at that time, and who sits: the member or an alternate. */
  present: ReadonlyMap<string, PresenceInterval>;
  /** Items of the agenda, posted or not. */
  itemIds: ReadonlySet<string>;
  /** Items that the body may act on: on the last agenda posted in time, or admitted off it (BA-05). */
  agendizedItemIds: ReadonlySet<string>;
  /** Consent items with a motion that nobody has pulled: item, motion. */
  consentItems?: ReadonlyMap<string, string>;
  /** By item: the seats that recused themselves. */
  recusals: ReadonlyMap<string, ReadonlySet<string>>;
  /** The minutes of the meeting are approved: what they tell is corrected by the body only (RR-13). */
  minutesApproved?: true;
  /** Motions of which the meeting's own record knows: stated by the chair, and on the agenda. */
  questions: Readonly<{ stated: ReadonlySet<string>; agendized: ReadonlySet<string> }>;
  /** Rulings of the chair, and what became of them. */
  rulings: ReadonlyMap<string, RulingStatus>;
  /** Rules of order that the body has set aside. */
  suspendedRules?: readonly RuleId[];
}>;
