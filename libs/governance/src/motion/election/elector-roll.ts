import type { Attendance } from '../../meeting/attendance.ts';
import { countedSeats } from '../../tally/index.ts';
import type { ElectorEntry } from '../../tally/index.ts';
import { recusedFrom, sittingIn } from '../ballots.ts';
import { byProxyFirst, dealt } from '../secret/dealt.ts';
import type { OpenElectionRound } from './state.ts';

/** How every filled voting seat stands when a round is closed: its ballot, else its recusal, else its presence. */
export function electorRoll(round: OpenElectionRound, attendance: Attendance): readonly ElectorEntry[] {
  const recused = recusedFrom(round, { attendance });
  return countedSeats(round.eligibility).map(({ seatId, constituencyId }): ElectorEntry => {
    const ballot = round.ballots.get(seatId);
    const sitting = sittingIn(seatId, round.rule, attendance);
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
      ...(ballot?.proxySeatId !== undefined && { proxySeatId: ballot.proxySeatId }),
    };
  });
}

/** The roll with the tellers' totals dealt out to those who could have cast a ballot. */
export function countedRoll(
  { totals = [], represented = [] }: Pick<OpenElectionRound, 'totals' | 'represented'>,
  roll: readonly ElectorEntry[],
): readonly ElectorEntry[] {
  const byProxy = new Map(represented.map((one) => [one.seatId, one]));
  const voters = roll.filter(({ seatId, option }) => option === 'not voting' || byProxy.has(seatId));
  const ballots = dealt(byProxyFirst(voters, represented), totals);
  return roll.map((entry): ElectorEntry => {
    const ballot = ballots.get(entry.seatId);
    if (!ballot) return entry;
    const proxy = byProxy.get(entry.seatId)?.proxy;
    const by = proxy && ({ by: 'proxy', proxySeatId: proxy.seatId } as const);
    const { candidateId } = ballot;
    if (candidateId === undefined) return { ...entry, option: 'abstain', ...by };
    return { ...entry, option: 'candidate', candidateId, ...by };
  });
}
