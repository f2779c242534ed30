import { authorizedSeats, countedSeats } from './electorate.ts';
import type { Electorate } from './electorate.ts';
import type { QuorumBase } from './rule.ts';

/**
 * The bases that do not depend on who comes or how they vote, of a quorum and of a vote alike:
 * `seats_filled`, the entire membership; `seats_authorized`, the fixed membership, vacant seats included;
 * `fixed`, the number `n` of the rule.
 */
export function seatBaseOf(
  base: QuorumBase,
  n: number | undefined,
  electorate: Electorate,
  scope: string,
): number {
  switch (base) {
    case 'seats_filled':
      return countedSeats(electorate, scope).length;
    case 'seats_authorized':
      return authorizedSeats(electorate, scope);
    case 'fixed':
      return n ?? 0;
  }
}
