import type { Attendance } from '../../meeting/attendance.ts';
import { countedSeats } from '../../tally/index.ts';
import type { PositionEntry, Seat, PositionStanding } from '../../tally/index.ts';
import { recusedFrom, sittingIn } from '../ballots.ts';
import type { OpenRound } from './state.ts';

function silent(seatId: string, present: boolean, recused: ReadonlySet<string>): PositionStanding {
  if (recused.has(seatId)) return 'recused';
  return present ? 'no position' : 'absent';
}

/**
 * How every filled voting seat of the snapshot stands when a round is closed, in the order of the snapshot: its
 * position, else its recusal from the item, else its presence. A position stands when its seat has left since.
 */
export function positionRoll(round: OpenRound, attendance: Attendance): readonly PositionEntry[] {
  const recused = recusedFrom(round, { attendance });
  return countedSeats(round.eligibility).map(({ seatId, constituencyId }: Seat): PositionEntry => {
    const held = round.positions.get(seatId);
    const sitting = sittingIn(seatId, round.rule, attendance);
    const present = sitting !== undefined;
    const by = held?.by ?? sitting?.by;
    return {
      seatId,
      ...(constituencyId !== undefined && { constituencyId }),
      position: held?.position ?? silent(seatId, present, recused),
      present,
      ...(by !== undefined && { by }),
      ...(held?.proxySeatId !== undefined && { proxySeatId: held.proxySeatId }),
      ...(held?.reason !== undefined && { reason: held.reason }),
    };
  });
}
