import { presences } from './views.ts';
import type { AttendanceTotals, MeetingHeld, SeatAtMeeting, TimePresent } from './views.ts';

export type Lengths = ReadonlyMap<string, MeetingHeld>;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function timeOf(lines: readonly SeatAtMeeting[], meetings: Lengths): TimePresent {
  const timed = lines.flatMap(({ meetingId, secondsPresent }) => {
    const secondsInSession = meetings.get(meetingId)?.secondsInSession;
    return secondsPresent === undefined || secondsInSession === undefined
      ? []
      : [{ secondsPresent, secondsInSession }];
  });
  const secondsInSession = sum(timed.map((one) => one.secondsInSession));
  const secondsPresent = sum(timed.map((one) => one.secondsPresent));
  return {
    meetings: timed.length,
    secondsInSession,
    secondsPresent,
    ...(secondsInSession > 0 && { percent: Math.round((100 * secondsPresent) / secondsInSession) }),
  };
}

/** Of one seat, or of all seats of a constituency. */
export function totalsOf(lines: readonly SeatAtMeeting[], meetings: Lengths): AttendanceTotals {
  const count = (wanted: SeatAtMeeting['presence']): number =>
    lines.filter(({ presence }) => presence === wanted).length;
  const counts = Object.fromEntries(presences.map((one) => [one, count(one)])) as Record<
    (typeof presences)[number],
    number
  >;
  return {
    held: lines.length,
    ...counts,
    remote: lines.filter(({ remote }) => remote === true).length,
    time: timeOf(lines, meetings),
  };
}
