import { atInstant, boundary, broken, holdsAt } from '../kernel/index.ts';
import type { Objection, When } from '../kernel/index.ts';
import { compositionRuleAt } from './as-of.ts';
import type { ConstituencySeats, VotingRight } from './events.ts';
import type { Check } from './guards.ts';
import { votingRightAt } from './seat.ts';
import type { BodyState, CompositionRule } from './state.ts';

type OpenSeat = Readonly<{ constituencyId: string | undefined; votingRight: VotingRight }>;

const certainlyOpenAt = ({ seats }: BodyState, at: When): readonly OpenSeat[] =>
  [...seats.values()]
    .filter(({ open }) => holdsAt(open, at) === 'certain')
    .map((seat) => ({ constituencyId: seat.constituencyId, votingRight: votingRightAt(seat, at) }));

/** What is exceeded, and by how many seats. */
type Excess = Readonly<{ subject: string; by: number; objection: Objection }>;

/** Seats of a kind that a constituency has beyond those that the rule gives it; a rule that names no advisory seats does not limit them. */
function constituencyExcess(
  constituencyId: string,
  authorized: ConstituencySeats | undefined,
  seats: readonly OpenSeat[],
): readonly Excess[] {
  const limits = { full: authorized?.voting ?? 0, advisory: authorized?.advisory ?? Infinity };
  return (['full', 'advisory'] as const).flatMap((votingRight) => {
    const open = seats.filter(
      (seat) => seat.constituencyId === constituencyId && seat.votingRight === votingRight,
    ).length;
    const limit = limits[votingRight];
    if (open <= limit) return [];
    const inputs = { constituencyId, votingRight, open, authorized: limit };
    const subject = `${constituencyId} ${votingRight}`;
    return [{ subject, by: open - limit, objection: broken('SP-01', 'CONSTITUENCY_SEAT_LIMIT', inputs) }];
  });
}

function bodyExcess({ max }: CompositionRule, seats: readonly OpenSeat[]): readonly Excess[] {
  const open = seats.filter(({ votingRight }) => votingRight !== 'none').length;
  if (max === undefined || open <= max) return [];
  return [{ subject: '', by: open - max, objection: broken('SP-01', 'BODY_SEAT_LIMIT', { open, max }) }];
}

/** How the seats that are certainly open exceed the rule in force. Seats whose voting right is unknown count in the body only. */
function excessAt(state: BodyState, at: When): readonly Excess[] {
  const rule = compositionRuleAt(state, at);
  if (!rule) return [];
  const seats = certainlyOpenAt(state, at);
  const counted = new Map(rule.perConstituency.map((one) => [one.constituencyId, one]));
  const ids = counted.size === 0 ? [] : [...state.constituencies.keys()];
  return [...ids.flatMap((id) => constituencyExcess(id, counted.get(id), seats)), ...bodyExcess(rule, seats)];
}

/** The given time, and every later one at which seats, voting rights or the rule may change. */
function turningPoints({ seats, compositionRules }: BodyState, at: When): readonly When[] {
  const starts = [...seats.values()].flatMap(({ open, votingRights }) => [open, ...votingRights]);
  const all = [...starts, ...compositionRules].map(({ start }) => boundary(start).to);
  const from = boundary(at).to;
  return [...new Set([from, ...all.filter((point) => point > from)])].sort().map(atInstant);
}

/**
 * The composition rule is kept (meeting rule SP-01), at the time of a change and ever after: a late entry
 * may fill the body for a time at which it is full already. What the change does not worsen is no objection
 * to it.
 */
export function* withinLimits(before: BodyState, after: BodyState, at: When): Check {
  const reported = new Set<string>();
  for (const point of turningPoints(after, at)) {
    const excess = excessAt(after, point);
    if (excess.length === 0) continue;
    const known = new Map(excessAt(before, point).map(({ subject, by }) => [subject, by]));
    for (const { subject, by, objection } of excess) {
      if (by <= (known.get(subject) ?? 0) || reported.has(subject)) continue;
      reported.add(subject);
      yield objection;
    }
  }
}
