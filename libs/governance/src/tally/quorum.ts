import { roles } from '../body/events.ts';
import type { Role } from '../body/events.ts';
import { compare } from './comparison.ts';
import { bodyScope, countedSeats } from './electorate.ts';
import type { Electorate, Seat } from './electorate.ts';
import type { QuorumProportion, QuorumTest, SeatSelector } from './rule.ts';
import type { QuorumPartTrace, QuorumReason, QuorumTestTrace, QuorumTrace } from './trace.ts';
import { seatBaseOf } from './seat-base.ts';

type Presence = Readonly<{ electorate: Electorate; present: ReadonlySet<string> }>;

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);

/** The side for which the seat holds an office: a co-chair may sit in a seat of none. */
const sideOf = ({ coChairOf, constituencyId }: Seat, office: Role): string | undefined =>
  office === 'co_chair' ? (coChairOf ?? constituencyId) : constituencyId;

/** What a selector chooses: `chair`, `co_chair:LAUSD`, or the id of a seat. */
export function selects(selector: SeatSelector): (seat: Seat) => boolean {
  const [name = '', constituencyId] = selector.split(':');
  if (!isRole(name)) return (seat) => seat.seatId === selector;
  return (seat) =>
    seat.roles.includes(name) && (constituencyId === undefined || sideOf(seat, name) === constituencyId);
}

/** Nobody out of nobody is no quorum: an empty base fails. */
function part(test: QuorumProportion, scope: string, { electorate, present }: Presence): QuorumPartTrace {
  const here = countedSeats(electorate, scope).filter(({ seatId }) => present.has(seatId)).length;
  const baseValue = seatBaseOf(test.base, test.n, electorate, scope);
  const { lhs, rhs, cmp, holds } = compare(here, baseValue, test);
  return { scope, base: test.base, present: here, baseValue, lhs, rhs, cmp, pass: baseValue > 0 && holds };
}

function eachConstituency(test: QuorumProportion, presence: Presence): QuorumTestTrace {
  const parts = presence.electorate.constituencyIds.map((id) => part(test, id, presence));
  return { scope: 'each_constituency', pass: parts.length > 0 && parts.every(({ pass }) => pass), parts };
}

/** Filled seats that have no vote and that the quorum demands, in the order of the electorate. */
export function demandedWithoutVote(tests: readonly QuorumTest[], { seats }: Electorate): readonly Seat[] {
  const selectors = tests.flatMap((test) => ('mandatorySeats' in test ? test.mandatorySeats : []));
  return seats.filter(
    (seat) =>
      seat.filled && seat.votingRight !== 'full' && selectors.some((selector) => selects(selector)(seat)),
  );
}

/** Whoever holds the seat counts, with a vote or without: a neutral chair may be mandatory too. */
function mandatorySeats(selectors: readonly SeatSelector[], { electorate, present }: Presence) {
  const seats = electorate.seats.filter(({ seatId }) => present.has(seatId));
  const parts = selectors.map((selector) => ({ selector, pass: seats.some(selects(selector)) }));
  return { scope: 'mandatory_seats', pass: parts.every(({ pass }) => pass), parts } as const;
}

function evaluate(test: QuorumTest, presence: Presence): QuorumTestTrace {
  if ('mandatorySeats' in test) return mandatorySeats(test.mandatorySeats, presence);
  return test.scope === 'body' ? part(test, bodyScope, presence) : eachConstituency(test, presence);
}

/**
 * Whether the seats that are present are a quorum: all tests must pass (domain model 2.7, meeting rule
 * SP-03). Only filled seats with a full voting right are counted. No tests, no quorum requirement.
 */
export function evaluateQuorum(
  tests: readonly QuorumTest[],
  electorate: Electorate,
  presentSeatIds: Iterable<string>,
): QuorumTrace {
  const presence = { electorate, present: new Set(presentSeatIds) };
  const traces = tests.map((test) => evaluate(test, presence));
  return { pass: traces.every(({ pass }) => pass), tests: traces };
}

const reasons: Readonly<Record<string, QuorumReason>> = {
  each_constituency: 'CONSTITUENCY_QUORUM_LOST',
  mandatory_seats: 'MANDATORY_SEAT_ABSENT',
};

/** Why there is no quorum, by the first test that fails; nothing where there is one. */
export function quorumReason({ tests }: QuorumTrace): QuorumReason | undefined {
  const failed = tests.find(({ pass }) => !pass);
  return failed && (reasons[failed.scope] ?? 'QUORUM_NOT_ESTABLISHED');
}
