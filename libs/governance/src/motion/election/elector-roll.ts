import type { Attendance } from '../../meeting/attendance.ts';
import { countedSeats, isInScope } from '../../tally/index.ts';
import type { ElectorEntry, Seat } from '../../tally/index.ts';
import { recusedFrom } from '../ballots.ts';
import type { AttendanceFact } from '../facts.ts';
import type { BallotTotal } from './events.ts';
import type { OpenElectionRound } from './state.ts';

/** Voting seats that are there and have not stepped aside. */
export function presentElectors(round: OpenElectionRound, { attendance }: AttendanceFact): readonly Seat[] {
  const recused = recusedFrom(round, { attendance });
  return countedSeats(round.eligibility).filter(
    ({ seatId }) => attendance?.present.has(seatId) && !recused.has(seatId),
  );
}

/** How every filled voting seat stands when a round is closed: its ballot, else its recusal, else its presence. */
export function electorRoll(round: OpenElectionRound, attendance: Attendance): readonly ElectorEntry[] {
  const recused = recusedFrom(round, { attendance });
  return countedSeats(round.eligibility).map(({ seatId, constituencyId }): ElectorEntry => {
    const ballot = round.ballots.get(seatId);
    const sitting = attendance.present.get(seatId);
    const present = sitting !== undefined;
    const silent = recused.has(seatId) ? 'recused' : present ? 'not voting' : 'absent';
    const by = ballot?.by ?? sitting?.by;
    return {
      seatId,
      ...(constituencyId !== undefined && { constituencyId }),
      ...(ballot?.candidateId !== undefined && { candidateId: ballot.candidateId }),
      option: ballot?.option ?? silent,
      present,
      ...(by !== undefined && { by }),
    };
  });
}

/**
 * A roll with these totals, for the arithmetic only and never stored: a tally depends on how many in a scope stand
 * how, and not on who. Which seat gets which ballot is the order of the snapshot, and means nothing.
 */
export function countedRoll(
  roll: readonly ElectorEntry[],
  totals: readonly BallotTotal[],
): readonly ElectorEntry[] {
  const taken = new Set<string>();
  const cast = totals.flatMap(({ candidateId, value, constituencyId }) => {
    const open = roll.filter(
      (entry) =>
        entry.option === 'not voting' &&
        !taken.has(entry.seatId) &&
        (constituencyId === undefined || isInScope(entry, constituencyId)),
    );
    return open.slice(0, value).map((entry): ElectorEntry => {
      taken.add(entry.seatId);
      if (candidateId === undefined) return { ...entry, option: 'abstain' };
      return { ...entry, option: 'candidate', candidateId };
    });
  });
  const bySeat = new Map(cast.map((entry) => [entry.seatId, entry]));
  return roll.map((entry) => bySeat.get(entry.seatId) ?? entry);
}
