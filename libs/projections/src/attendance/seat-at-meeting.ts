import type { SeatInForce } from '../body-composition/views.ts';
import type { HeldMeeting } from './held-meeting.ts';
import { secondsPresent } from './hours.ts';
import type { PresenceAtMeeting, SeatAtMeeting } from './views.ts';

/** Meetings in which a roll call says that the seat was away with leave: `{meetingId}/{seatId}`. */
export type Excused = ReadonlySet<string>;

/** Absent is who certainly held the seat, was not there, and will not come any more. */
function whileAway(seat: SeatInForce, { view, mayArrive }: HeldMeeting, excused: Excused): PresenceAtMeeting {
  if (seat.occupancy === 'vacant') return 'vacant';
  if (excused.has(`${view.meetingId}/${seat.seatId}`)) return 'excused';
  const isCertain = seat.occupancy === 'filled' && seat.open === 'certain';
  return isCertain && view.presenceRecorded && !mayArrive ? 'absent' : 'unknown';
}

/** How a seat of the body stood to a meeting. */
export function seatAtMeeting(seat: SeatInForce, held: HeldMeeting, excused: Excused): SeatAtMeeting {
  const { view, sittings } = held;
  const stays = held.stays.get(seat.seatId) ?? [];
  const seconds = sittings && secondsPresent(sittings, stays);
  const by = stays.some((stay) => stay.by === 'member') ? 'present' : 'alternate';
  const presence = stays.length > 0 ? by : whileAway(seat, held, excused);
  const isTold = presence !== 'unknown' && presence !== 'vacant';
  return {
    meetingId: view.meetingId,
    presence,
    seatingIds: seat.seatings.map(({ seatingId }) => seatingId),
    ...(stays.some(({ mode }) => mode === 'remote') && { remote: true }),
    ...(isTold && seconds !== undefined && { secondsPresent: seconds }),
  };
}
