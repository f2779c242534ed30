import { holdsAt } from '#governance';
import type { When } from '#governance';
import type { Known } from '../body-composition/known.ts';
import type { HeldMeeting } from './held-meeting.ts';
import type { AbsenceProposal, SeatAttendance } from './views.ts';

export type Seating = Known<'seating'>;

/** The day of a year's anniversary; 29 February comes to 1 March where there is none. */
function anniversary({ earliest }: When, years: number): string {
  const date = new Date(earliest);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/** In which year of a term something was, from 1; undefined before it. */
function yearOf(start: When, { earliest }: When): number | undefined {
  const day = earliest.slice(0, 10);
  const year = Number(day.slice(0, 4)) - Number(start.earliest.slice(0, 4));
  const reached = anniversary(start, year) <= day ? year : year - 1;
  return reached < 0 ? undefined : reached + 1;
}

type Line = Readonly<{ meetingId: string; at: When; presence: string; year: number }>;

function linesOf(
  { term, data }: Seating,
  { meetings }: SeatAttendance,
  held: ReadonlyMap<string, HeldMeeting>,
): readonly Line[] {
  return meetings.flatMap(({ meetingId, presence, seatingIds }) => {
    const at = held.get(meetingId)?.view.at;
    const year = at && yearOf(term.start, at);
    return at && year !== undefined && seatingIds.includes(data.seatingId)
      ? [{ meetingId, at, presence, year }]
      : [];
  });
}

const exactStarts: readonly When['precision'][] = ['instant', 'day'];
const ordinal = (n: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][n] ?? String(n);

function proposal(
  seating: Seating,
  { seatId, label }: SeatAttendance,
  lines: readonly Line[],
  { limit, asOf, year }: Readonly<{ limit: number; asOf: When; year: number }>,
): AbsenceProposal | undefined {
  const absences = lines.filter(({ presence }) => presence === 'absent');
  if (absences.length < limit) return undefined;
  const { start } = seating.term;
  const [from, to] = [anniversary(start, year - 1), anniversary(start, year)];
  const noun = absences.length === 1 ? 'absence' : 'absences';
  return {
    ...{ rule: 'SP-17', proposes: 'SeatVacated', reason: 'absences', seatId, label },
    seatingId: seating.data.seatingId,
    holder: seating.data.holder,
    held: holdsAt(seating.term, asOf),
    termYear: { number: year, from, to },
    ...(!exactStarts.includes(start.precision) && { approximate: true }),
    limit,
    absences: absences.map(({ meetingId, at }) => ({ meetingId, at })),
    excused: lines.filter(({ presence }) => presence === 'excused').length,
    sentence: `${ordinal(absences.length)} ${noun} in the term year: the seat may be declared vacant`,
  };
}

/** Terms of which a year has reached the limit of absences (meeting rule SP-17). Absence with leave, or by alternate, is none. */
export function absenceProposals(
  seats: readonly SeatAttendance[],
  seatings: readonly Seating[],
  held: ReadonlyMap<string, HeldMeeting>,
  { limit, asOf }: Readonly<{ limit: number; asOf: When }>,
): readonly AbsenceProposal[] {
  return seats.flatMap((seat) =>
    seatings
      .filter(({ seatId }) => seatId === seat.seatId)
      .flatMap((seating) =>
        [...Map.groupBy(linesOf(seating, seat, held), ({ year }) => year)].flatMap(
          ([year, lines]) => proposal(seating, seat, lines, { limit, asOf, year }) ?? [],
        ),
      ),
  );
}
