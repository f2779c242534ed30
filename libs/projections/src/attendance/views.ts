import type { body, ClauseRef, meeting, When } from '#governance';
import type { Held } from '../body-composition/views.ts';

/**
 * How a seat stood to a meeting. `present`: the member sat, for some of it at least; `alternate`: only an alternate
 * did; `excused`: it was away, and a roll call of the meeting says with leave; `vacant`: nobody held it, which is no
 * absence; `unknown`: the record does not say who was there, or whether somebody held the seat.
 */
export const presences = ['present', 'alternate', 'excused', 'absent', 'vacant', 'unknown'] as const;
export type PresenceAtMeeting = (typeof presences)[number];

/** Of meetings whose hours and stays are known to the instant. */
export type TimePresent = Readonly<{
  meetings: number;
  secondsInSession: number;
  secondsPresent: number;
  /** Rounded to a whole number; absent where no such meeting sat for any time. */
  percent?: number;
}>;

/** Numbers of meetings of a seat, or of seats and meetings of a constituency; those by presence add up to `held`. */
export type AttendanceTotals = Readonly<Record<PresenceAtMeeting, number>> &
  Readonly<{
    held: number;
    /** Of those present or by alternate: from elsewhere for some of it at least. */
    remote: number;
    /** Of the member and the alternate. */
    time: TimePresent;
  }>;

export type MeetingHeld = Readonly<{
  meetingId: string;
  title?: string;
  /** The call to order, else the scheduled time. */
  at: When;
  status: meeting.MeetingStatus;
  /** Without it nobody counts as absent. */
  presenceRecorded: boolean;
  /** Absent where the hours are not known to the instant. */
  secondsInSession?: number;
  illustration?: true;
}>;

export type SeatAtMeeting = Readonly<{
  meetingId: string;
  presence: PresenceAtMeeting;
  /** The terms of office that covered the meeting, or may have. */
  seatingIds: readonly string[];
  remote?: true;
  /** Absent where the time of a stay or of the session is not known to the instant. */
  secondsPresent?: number;
}>;

export type SeatAttendance = Readonly<{
  seatId: string;
  label: string;
  constituencyId?: string;
  totals: AttendanceTotals;
  /** In the order of the meetings. */
  meetings: readonly SeatAtMeeting[];
}>;

export type ConstituencyAttendance = Readonly<{
  constituencyId: string;
  name?: string;
  totals: AttendanceTotals;
}>;

/**
 * So many absences in a year of a term that the seat may be declared vacant (meeting rule SP-17): shown, and never
 * an event by itself.
 */
export type AbsenceProposal = Readonly<{
  rule: 'SP-17';
  proposes: 'SeatVacated';
  reason: Extract<body.VacancyReason, 'absences'>;
  seatId: string;
  label: string;
  seatingId: string;
  holder: body.Holder;
  /** Whether that term still runs; without it there is nothing to declare. */
  held: Held | 'no';
  /** Days between which the year of the term lies: the first belongs to it, the last does not. */
  termYear: Readonly<{ number: number; from: string; to: string }>;
  /** The term's beginning is known to no more than a month, say: the year may lie otherwise. */
  approximate?: true;
  limit: number;
  absences: readonly Readonly<{ meetingId: string; at: When }>[];
  /** In that year, besides: with leave. */
  excused: number;
  sentence: string;
}>;

/** The limit, and the rule and clause in force that set it; of a limit that was only asked for, neither. */
export type AbsenceRuleView = Readonly<{ limit: number; clauseRef?: ClauseRef; ruleId?: string }>;

export type AttendanceView = Readonly<{
  bodyId: string;
  from?: When;
  to?: When;
  knownAt?: string;
  /** Meetings that sat, earliest first. */
  meetings: readonly MeetingHeld[];
  /** Seats that were open in any of them. */
  seats: readonly SeatAttendance[];
  constituencies: readonly ConstituencyAttendance[];
  /** Where a clause of the body sets a limit of absences, or one was asked for. */
  absences?: AbsenceRuleView & Readonly<{ proposals: readonly AbsenceProposal[] }>;
}>;
