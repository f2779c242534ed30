import type { Attendance, PresenceInterval } from '../meeting/attendance.ts';
import { countedSeats } from '../tally/index.ts';
import type { Seat, VoteOption } from '../tally/index.ts';
import type { RollCallEntry } from './events.ts';
import { recusedFrom, sittingIn } from './ballots.ts';
import type { Ballot, OpenedVote } from './state.ts';

/** How a seat without a ballot stands: recused, present without an answer, or absent. Never abstaining. */
function silent(seatId: string, present: boolean, recused: ReadonlySet<string>): VoteOption {
  if (recused.has(seatId)) return 'recused';
  return present ? 'not voting' : 'absent';
}

/** Who spoke for the seat, or sits in it in silence. */
function spokenBy(
  ballot: Ballot | undefined,
  sitting: PresenceInterval['by'] | undefined,
): Ballot['by'] | undefined {
  const isAway = ballot?.option === 'absent' || ballot?.option === 'excused';
  return isAway ? undefined : (ballot?.by ?? sitting);
}

/**
 * How every filled voting seat of the snapshot stands when a vote is closed, in the order of the snapshot: its
 * ballot, else its recusal from the item, else its presence. A ballot stands when its seat has left since.
 */
export function rollCall(vote: OpenedVote, attendance: Attendance): readonly RollCallEntry[] {
  const recused = recusedFrom(vote, { attendance });
  return countedSeats(vote.eligibility).map(({ seatId, constituencyId }: Seat): RollCallEntry => {
    const sitting = sittingIn(seatId, vote.rule, attendance);
    const ballot = vote.ballots.get(seatId);
    const present = sitting !== undefined;
    const by = ballot?.bloc ? sitting?.by : spokenBy(ballot, sitting?.by);
    return {
      seatId,
      ...(constituencyId !== undefined && { constituencyId }),
      option: ballot?.option ?? silent(seatId, present, recused),
      present,
      ...(by !== undefined && { by }),
      ...(by === 'proxy' && ballot?.proxySeatId !== undefined && { proxySeatId: ballot.proxySeatId }),
      ...(ballot?.bloc && { bloc: true as const }),
    };
  });
}
