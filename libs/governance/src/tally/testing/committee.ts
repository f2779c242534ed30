import type { Role } from '../../body/events.ts';
import type { EligibleSeat, Eligibility } from '../electorate.ts';
import type { RollCallEntry } from '../roll-call.ts';
import type { VoteOption } from '../trace.ts';

export type Side = Readonly<{ filled: number; authorized?: number }>;

const seat = (constituencyId: string, n: number, filled: boolean, roles: readonly Role[]): EligibleSeat => ({
  seatId: `${constituencyId.toLowerCase()}-${n}`,
  label: `${constituencyId} seat ${n}`,
  constituencyId,
  votingRight: 'full',
  filled,
  roles,
});

/** Seats `lausd-1`, `lausd-2`, … of each side; the first is its co-chair, vacant ones come last. */
const seatsOf = (constituencyId: string, { filled, authorized = filled }: Side): readonly EligibleSeat[] =>
  Array.from({ length: Math.max(filled, authorized) }, (_, i) =>
    seat(constituencyId, i + 1, i < filled, i === 0 ? ['co_chair'] : []),
  );

/** A committee of constituencies, all its seats entitled to vote. */
export function committee(sides: Readonly<Record<string, Side>>): Eligibility {
  const authorized = ({ filled, authorized = filled }: Side): number => authorized;
  return {
    constituencyIds: Object.keys(sides),
    seats: Object.entries(sides).flatMap(([id, side]) => seatsOf(id, side)),
    authorized: {
      body: Object.values(sides).reduce((sum, side) => sum + authorized(side), 0),
      constituencies: Object.entries(sides).map(([constituencyId, side]) => ({
        constituencyId,
        seats: authorized(side),
      })),
    },
  };
}

/** Eight and eight: the committee of the golden vectors. */
export const eightAndEight = committee({ LAUSD: { filled: 8 }, UTLA: { filled: 8 } });

const away: readonly VoteOption[] = ['absent', 'excused'];

export const entry = (
  seatId: string,
  option: VoteOption,
  constituencyId?: string,
  present = !away.includes(option),
): RollCallEntry => ({
  seatId,
  ...(constituencyId === undefined ? {} : { constituencyId }),
  option,
  present,
});

type Votes = Readonly<Partial<Record<VoteOption, number>>>;

/** A roll call by numbers, e.g. `{LAUSD: {yes: 8}, UTLA: {yes: 4, no: 4}}`: the first seats say yes, the next no, … */
export const roll = (sides: Readonly<Record<string, Votes>>): readonly RollCallEntry[] =>
  Object.entries(sides).flatMap(([constituencyId, votes]) =>
    Object.entries(votes)
      .flatMap(([option, n]) => Array.from({ length: n }, () => option as VoteOption))
      .map((option, i) => entry(`${constituencyId.toLowerCase()}-${i + 1}`, option, constituencyId)),
  );
