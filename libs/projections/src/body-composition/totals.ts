import { inForceAt } from '#governance';
import { holding } from './known.ts';
import type { KnownBody } from './known.ts';
import type { ConstituencyComposition, RuleInForce, SeatInForce, SeatTotals } from './views.ts';

export function ruleInForce({ of, asOf }: KnownBody): RuleInForce | undefined {
  const rules = of('rule').map(({ term, data, provenance }) => ({ start: term.start, data, provenance }));
  const rule = inForceAt(rules, asOf);
  return rule && { ...rule.data, since: rule.start, provenance: rule.provenance };
}

const withOccupancy = (
  seats: readonly SeatInForce[],
  ...wanted: readonly SeatInForce['occupancy'][]
): number => seats.filter(({ occupancy }) => wanted.includes(occupancy)).length;

const totals = (authorized: number, voting: readonly SeatInForce[]): SeatTotals => ({
  authorized,
  filled: withOccupancy(voting, 'filled'),
  possiblyFilled: withOccupancy(voting, 'possibly_filled'),
  unfilled: withOccupancy(voting, 'vacant', 'unrecorded'),
});

const isVoting = ({ votingRight }: SeatInForce): boolean => votingRight === 'full';

const inConstituency =
  (id: string | undefined) =>
  ({ constituencyId }: SeatInForce): boolean =>
    constituencyId === id;

/** Voting seats of each constituency. */
export function constituencyTotals(
  known: KnownBody,
  seats: readonly SeatInForce[],
  rule: RuleInForce | undefined,
): readonly ConstituencyComposition[] {
  const counted = rule?.perConstituency ?? [];
  return holding(known.of('constituency'), known.asOf).map(({ fact }) => {
    const constituencyId = fact.factId;
    const voting = seats.filter(isVoting).filter(inConstituency(constituencyId));
    const stated = counted.find((one) => one.constituencyId === constituencyId)?.voting ?? 0;
    const authorized = counted.length === 0 ? voting.length : stated;
    return { constituencyId, name: fact.data.name, ...totals(authorized, voting) };
  });
}

/** A rule counts the seats of constituencies: open voting seats that belong to none come on top. */
export function bodyTotals(
  seats: readonly SeatInForce[],
  constituencies: readonly ConstituencyComposition[],
): SeatTotals {
  const voting = seats.filter(isVoting);
  const besides = voting.filter(inConstituency(undefined)).length;
  return totals(
    constituencies.reduce((sum, { authorized }) => sum + authorized, besides),
    voting,
  );
}
