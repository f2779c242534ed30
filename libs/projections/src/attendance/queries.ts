import { endOfTime } from '#governance';
import type { meeting, When } from '#governance';
import { factsKnownAt } from '../body-composition/facts.ts';
import type { Fact } from '../body-composition/facts.ts';
import { knownBody } from '../body-composition/known.ts';
import { rolesInForce, seatsInForce } from '../body-composition/seats.ts';
import type { SeatInForce } from '../body-composition/views.ts';
import { entriesOf } from '../entries.ts';
import { knownBy } from '../statements.ts';
import { meetingEntries } from '../meetings/model.ts';
import { summaryOf } from '../meetings/row.ts';
import type { MeetingRow } from '../meetings/row.ts';
import type { Reads } from '../runtime/index.ts';
import { absenceRule } from './absence-clause.ts';
import { absenceProposals } from './absence-rule.ts';
import type { Seating } from './absence-rule.ts';
import { heldMeeting } from './held-meeting.ts';
import type { HeldMeeting } from './held-meeting.ts';
import { seatAtMeeting } from './seat-at-meeting.ts';
import type { Excused } from './seat-at-meeting.ts';
import { totalsOf } from './totals.ts';
import type { Lengths } from './totals.ts';
import type { AttendanceView, ConstituencyAttendance, SeatAtMeeting, SeatAttendance } from './views.ts';

export type AttendanceFilter = Readonly<{
  /** Meetings that began, or may have begun, at or after this time. */
  from?: When | undefined;
  /** At or before it; a day counts to its end. */
  to?: When | undefined;
  /** What the record knew then: an instant, ISO 8601 UTC with milliseconds; by default everything. */
  knownAt?: string | undefined;
  illustration?: boolean | undefined;
  /** Absences in a year of a term at which the seat may be declared vacant (SP-17). */
  absenceLimit?: number | undefined;
  /** As of when it is told whether a term still runs. */
  asOf: When;
}>;

function meetingsHeld(reads: Reads, bodyId: string, filter: AttendanceFilter): readonly HeldMeeting[] {
  const { from, to, knownAt, illustration } = filter;
  const rows = reads.all<MeetingRow>(
    `SELECT * FROM meetings WHERE body_id = ? AND starts_latest >= ? AND starts_earliest <= ?
     ORDER BY starts_earliest, meeting_id`,
    bodyId,
    from?.earliest ?? '',
    to?.latest ?? endOfTime,
  );
  return rows
    .map(summaryOf)
    .filter((one) => illustration === undefined || (one.illustration === true) === illustration)
    .flatMap((listed) => {
      const entries = entriesOf<meeting.MeetingEvent>(reads, meetingEntries, listed.meetingId);
      return heldMeeting(listed, knownBy(entries, knownAt)) ?? [];
    });
}

/** Who was away with leave stands in roll calls only; as they were corrected by then. */
function excusedIn(reads: Reads, bodyId: string, knownAt: string): Excused {
  const rows = reads.all<{ place: string }>(
    `SELECT DISTINCT document ->> '$.meetingId' || '/' || (line.value ->> '$.seatId') AS place
     FROM decisions_known, json_each(document, '$.rollCall') AS line
     WHERE body_id = ? AND line.value ->> '$.option' = 'excused' AND known_from <= ? AND known_until > ?`,
    ...[bodyId, knownAt, knownAt],
  );
  return new Set(rows.map(({ place }) => place));
}

type Line = Readonly<{ seat: SeatInForce; line: SeatAtMeeting }>;

/** Every seat that was open at a meeting, or may have been. */
function linesAt(facts: readonly Fact[], held: HeldMeeting, excused: Excused): readonly Line[] {
  const known = knownBody(facts, held.view.at);
  return seatsInForce(known, rolesInForce(known)).map((seat) => ({
    seat,
    line: seatAtMeeting(seat, held, excused),
  }));
}

function seatAttendance(lines: readonly Line[], meetings: Lengths): readonly SeatAttendance[] {
  return [...Map.groupBy(lines, ({ seat }) => seat.seatId)].flatMap(([seatId, of]) => {
    const seat = of.at(-1)?.seat;
    if (!seat) return [];
    const { label, constituencyId } = seat;
    const ofSeat = of.map(({ line }) => line);
    const constituency = constituencyId !== undefined && { constituencyId };
    return { seatId, label, ...constituency, totals: totalsOf(ofSeat, meetings), meetings: ofSeat };
  });
}

function constituencies(
  facts: readonly Fact[],
  seats: readonly SeatAttendance[],
  meetings: Lengths,
): readonly ConstituencyAttendance[] {
  const names = new Map(
    facts
      .filter(({ kind }) => kind === 'constituency')
      .map(({ factId, data }) => [factId, (data as { name: string }).name]),
  );
  const bySide = Map.groupBy(seats, ({ constituencyId }) => constituencyId);
  return [...bySide].flatMap(([constituencyId, of]) => {
    if (constituencyId === undefined) return [];
    const name = names.get(constituencyId);
    const lines = of.flatMap((seat) => seat.meetings);
    return [{ constituencyId, ...(name !== undefined && { name }), totals: totalsOf(lines, meetings) }];
  });
}

/** Who attended the meetings of a body; undefined for a body of which nothing was known then. */
export function attendance(
  reads: Reads,
  bodyId: string,
  filter: AttendanceFilter,
): AttendanceView | undefined {
  const { from, to, knownAt, asOf } = filter;
  const facts = factsKnownAt(reads, bodyId, knownAt ?? endOfTime);
  if (facts.length === 0) return undefined;
  const excused = excusedIn(reads, bodyId, knownAt ?? endOfTime);
  const held = meetingsHeld(reads, bodyId, filter);
  const lengths = new Map(held.map(({ view }) => [view.meetingId, view]));
  const seats = seatAttendance(
    held.flatMap((one) => linesAt(facts, one, excused)),
    lengths,
  );
  const seatings = facts.filter((fact): fact is Seating => fact.kind === 'seating');
  const rule = absenceRule(reads, bodyId, filter);
  const byId = new Map(held.map((one) => [one.view.meetingId, one]));
  return {
    bodyId,
    ...(from && { from }),
    ...(to && { to }),
    ...(knownAt !== undefined && { knownAt }),
    meetings: held.map(({ view }) => view),
    seats,
    constituencies: constituencies(facts, seats, lengths),
    ...(rule && {
      absences: { ...rule, proposals: absenceProposals(seats, seatings, byId, { limit: rule.limit, asOf }) },
    }),
  };
}
