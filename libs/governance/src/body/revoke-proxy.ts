import { holdsAt, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ProxyRevoked } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/** A seat takes its vote back from the seat to which it gave it. */
export type RevokeProxy = Readonly<{ type: 'RevokeProxy'; proxyId: string }>;

export function* revokeProxy(
  state: BodyState,
  { proxyId }: RevokeProxy,
  { at }: AtFact,
): Decision<ProxyRevoked> {
  yield* existingBody(state, at);
  const proxy = state.proxies.get(proxyId);
  if (!proxy) return yield* refuse('PROXY_UNKNOWN', { proxyId });
  if (proxy.revoked || holdsAt(proxy, at) === 'no')
    return yield* refuse('PROXY_NOT_IN_FORCE', { proxyId, at: at.literal });
  return [{ type: 'ProxyRevoked', proxyId, seatId: proxy.seatId }];
}
