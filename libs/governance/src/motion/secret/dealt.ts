import { isInScope } from '../../tally/index.ts';
import type { Seat } from '../../tally/index.ts';
import type { RepresentedSeat, SecretTotal, SecretVoters } from './events.ts';

type Voter = Pick<Seat, 'seatId' | 'constituencyId'>;

/**
 * A ballot for each voter, as far as there are any: for the arithmetic only and never stored. A tally depends on how
 * many in a scope stand how, and not on who; which seat gets which ballot is the order of the snapshot, and means
 * nothing.
 */
export function dealt<T extends SecretTotal>(
  voters: readonly Voter[],
  totals: readonly T[],
): ReadonlyMap<string, T> {
  const ballots = new Map<string, T>();
  for (const total of totals) {
    const open = voters.filter(
      (voter) =>
        !ballots.has(voter.seatId) &&
        (total.constituencyId === undefined || isInScope(voter, total.constituencyId)),
    );
    for (const { seatId } of open.slice(0, total.value)) ballots.set(seatId, total);
  }
  return ballots;
}

/** Those for whom a proxy was given a ballot come first: they count where proxies count for the quorum. */
export const byProxyFirst = <T extends Voter>(
  voters: readonly T[],
  represented: readonly RepresentedSeat[],
): readonly T[] => {
  const away = new Set(represented.map(({ seatId }) => seatId));
  return [
    ...voters.filter(({ seatId }) => away.has(seatId)),
    ...voters.filter(({ seatId }) => !away.has(seatId)),
  ];
};

/** Who could have cast a ballot, as it is stored. */
export const secretVoters = (
  presentSeatIds: readonly string[],
  represented: readonly RepresentedSeat[] | undefined,
): SecretVoters => ({
  presentSeatIds,
  ...(represented && represented.length > 0 && { represented }),
});
