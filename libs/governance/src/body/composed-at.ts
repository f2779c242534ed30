import { holdsAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { Composed } from './roster.ts';
import { votingRightAt } from './seat.ts';
import type { BodyState } from './state.ts';

/** The seats that are certainly open at a time, by constituency: what a clause that counts seats is compared with. */
export function composedAt(
  { constituencies, seats }: BodyState,
  at: When,
  { bodyId, revision }: Pick<Composed, 'bodyId' | 'revision'>,
): Composed {
  const open = [...seats.values()]
    .filter((seat) => holdsAt(seat.open, at) === 'certain')
    .map((seat) => ({ constituencyId: seat.constituencyId, votingRight: votingRightAt(seat, at) }));
  const counted = (id: string, right: string): number =>
    open.filter(({ constituencyId, votingRight }) => constituencyId === id && votingRight === right).length;
  return {
    bodyId,
    revision,
    constituencies: [...constituencies.keys()].map((constituencyId) => ({
      constituencyId,
      voting: counted(constituencyId, 'full'),
      advisory: counted(constituencyId, 'advisory'),
    })),
    seats: open.filter(({ votingRight }) => votingRight !== 'none').length,
  };
}
