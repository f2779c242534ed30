import { broken } from '../kernel/index.ts';
import type { Check, When } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import { mayCover } from '../meeting/span.ts';
import { authorizedSeats, bodyScope, countedSeats } from '../tally/electorate.ts';
import type { Electorate } from '../tally/electorate.ts';
import type { VoteOption } from '../tally/trace.ts';
import type { MotionEvent } from './events.ts';
import type { AttendanceFact, RosterFact } from './facts.ts';
import type { MotionState } from './state.ts';

/** A member had a part in deciding the motion: when, and in which meeting as the record has it. */
export type Act = Readonly<{ seatId: string; meetingId?: string | undefined; at: When }>;

/** Whoever is told to have been away, or silent, has done nothing. */
const acting: readonly VoteOption[] = ['yes', 'no', 'abstain', 'paired'];
const actsBy = (seatId: string, option: VoteOption): readonly string[] =>
  acting.includes(option) ? [seatId] : [];

/** The seats that an event says acted. Tellers name nobody. */
function seatsActing(event: MotionEvent): readonly string[] {
  switch (event.type) {
    case 'MotionMoved':
    case 'ElectionBallotRecorded':
    case 'ConsensusPositionRecorded':
    case 'ConsensusPositionChanged':
      return [event.seatId];
    case 'MotionSeconded':
      return event.seatId === undefined ? [] : [event.seatId];
    case 'BallotRecorded':
      return actsBy(event.seatId, event.option);
    case 'BallotChanged':
      return actsBy(event.seatId, event.to);
    case 'BlocBallotRecorded':
      return event.seatIds;
    case 'UnanimousConsentDeclared':
      return event.present.map(({ seatId }) => seatId);
    default:
      return [];
  }
}

export const actsOf = (event: MotionEvent, { meetingId }: MotionState, at: When): readonly Act[] =>
  seatsActing(event).map((seatId) => ({ seatId, meetingId, at }));

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
