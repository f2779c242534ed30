import { broken, certainlyCoincide, irregular, isVoid, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term } from '../kernel/index.ts';
import type { ProxyGranted } from './events.ts';
import { openedSeat } from './guards.ts';
import type { Check } from './guards.ts';
import { seatingAt } from './seat.ts';
import type { Seat } from './seat.ts';
import type { BodyState, Proxy } from './state.ts';

/**
 * A seat lets another vote for it. A clause must allow it (meeting rule SP-07). A seat holds one proxy
 * at a time, of its own constituency unless the clause says otherwise, and does not pass it on.
 */
export type GrantProxy = Readonly<{ type: 'GrantProxy' }> & Omit<ProxyGranted, 'type'>;

/** Whether two proxies certainly serve the same votes; whether a motion is decided in a meeting is not known here. */
const meetInScope = (a: GrantProxy, b: Proxy): boolean =>
  a.scope === 'body' || b.scope === 'body' || (a.scope === b.scope && a.scopeId === b.scopeId);

function* alone({ proxies }: BodyState, command: GrantProxy, term: Term): Check {
  const { seatId, toSeatId } = command;
  for (const other of proxies.values()) {
    if (!certainlyCoincide(other, term) || !meetInScope(command, other)) continue;
    const inputs = { proxyId: other.proxyId, seatId: other.seatId, toSeatId: other.toSeatId };
    if (other.seatId === seatId) yield* refuse('PROXY_EXISTS', inputs);
    if (other.toSeatId === seatId || other.seatId === toSeatId) yield broken('SP-07', 'PROXY_CHAIN', inputs);
    if (other.toSeatId === toSeatId) yield broken('SP-07', 'PROXY_LIMIT', inputs);
  }
}

function* withinConstituency(from: Seat, to: Seat): Check {
  const [a, b] = [from.constituencyId, to.constituencyId];
  if (a !== undefined && b !== undefined && a !== b)
    yield broken('SP-07', 'PROXY_CROSSES_CONSTITUENCY', { from: a, to: b });
}

export function* grantProxy(state: BodyState, command: GrantProxy, { at }: AtFact): Decision<ProxyGranted> {
  const { proxyId, seatId, toSeatId, expiresAt, clauseRef, acrossConstituencies } = command;
  const term: Term = { start: at, end: expiresAt };
  if (state.proxies.has(proxyId)) return yield* refuse('PROXY_EXISTS', { proxyId });
  if (seatId === toSeatId) return yield* refuse('PROXY_TO_SELF', { seatId });
  const [from, to] = [yield* openedSeat(state, seatId, at), yield* openedSeat(state, toSeatId, at)];
  if (isVoid(term)) return yield* refuse('TERM_INVERTED', { at: at.literal, expiresAt: expiresAt?.literal });
  if (!clauseRef) yield broken('SP-07', 'PROXY_NOT_ALLOWED', { seatId });
  for (const seat of [from, to])
    if (!seatingAt(seat, at)) yield irregular('SEAT_NOT_OCCUPIED', { seatId: seat.seatId, at: at.literal });
  if (!(acrossConstituencies && clauseRef)) yield* withinConstituency(from, to);
  yield* alone(state, command, term);
  return [{ ...command, type: 'ProxyGranted' }];
}
