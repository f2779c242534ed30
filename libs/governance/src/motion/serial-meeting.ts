import { broken } from '../kernel/index.ts';
import type { Check } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import { mayCover } from '../meeting/span.ts';
import { authorizedSeats, bodyScope, countedSeats } from '../tally/electorate.ts';
import type { Electorate } from '../tally/electorate.ts';
import type { Act } from './act.ts';
import type { AttendanceFact, RosterFact } from './facts.ts';
import type { MotionState } from './state.ts';

/** Those whose count decides: as pinned where a question is put, else as the roster has them. */
const electorateOf = (
  { vote, consensus, election }: MotionState,
  { roster }: RosterFact,
): Electorate | undefined =>
  vote?.eligibility ?? consensus?.open?.eligibility ?? election?.open?.eligibility ?? roster;

/** Seats with a vote that acted when the meeting, as far as its record goes, certainly did not sit. */
function outside(
  acts: readonly Act[],
  electorate: Electorate,
  { meetingId, sittings }: Attendance,
): ReadonlySet<string> {
  const voting = new Set(countedSeats(electorate).map(({ seatId }) => seatId));
  const elsewhere = acts.filter(
    (act) => act.meetingId === meetingId && !sittings.some((sitting) => mayCover(sitting, act.at)),
  );
  return new Set(elsewhere.map(({ seatId }) => seatId).filter((seatId) => voting.has(seatId)));
}

/**
 * Members who act one by one outside a meeting meet in series once they are a majority of the seats (meeting rule
 * BA-16). It is told once, of the act that makes them one: each act by itself is judged as it is recorded.
 * Cal. Gov. Code § 54952.2(b)(1).
 */
export function* serialMeeting(
  before: MotionState,
  after: MotionState,
  facts: AttendanceFact & RosterFact,
): Check {
  const { attendance } = facts;
  const electorate = electorateOf(before, facts) ?? electorateOf(after, facts);
  if (!attendance || !electorate || before.acts.length === after.acts.length) return;
  const seats = Math.max(authorizedSeats(electorate, bodyScope), countedSeats(electorate).length);
  const acted = outside(after.acts, electorate, attendance);
  const isMajority = (of: ReadonlySet<string>): boolean => 2 * of.size > seats;
  if (isMajority(acted) && !isMajority(outside(before.acts, electorate, attendance)))
    yield broken('BA-16', 'SERIAL_MEETING', {
      seatIds: [...acted],
      seats,
      meetingId: attendance.meetingId,
    });
}
