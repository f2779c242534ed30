import { authorizedSeats } from './electorate.ts';
import type { Electorate } from './electorate.ts';
import type { RollCallEntry } from './roll-call.ts';
import type { BlocTrace } from './trace.ts';

/**
 * What each bloc casts: its present seats speak for all seats that its constituency is entitled to (meeting rule
 * SP-05). Seats of a bloc that do not say the same cast nothing.
 */
export function blocsOf(electorate: Electorate, rollCall: readonly RollCallEntry[]): readonly BlocTrace[] {
  return electorate.constituencyIds.flatMap((constituencyId): readonly BlocTrace[] => {
    const own = rollCall.filter((entry) => entry.bloc && entry.constituencyId === constituencyId);
    const [first] = own;
    if (!first || own.some(({ option }) => option !== first.option)) return [];
    const votes = authorizedSeats(electorate, constituencyId);
    return [{ constituencyId, option: first.option, votes, seatIds: own.map(({ seatId }) => seatId).sort() }];
  });
}
