import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { KeyRevoked } from './events.ts';
import type { AccessState } from './state.ts';

/** An API key is good for nothing any more, for ever. Subjects have no key: revoke their roles. */
export type RevokeKey = Readonly<{ type: 'RevokeKey' }> & Omit<KeyRevoked, 'type'>;

export function* revokeKey(state: AccessState, command: RevokeKey): Decision<KeyRevoked> {
  if (state.kind === 'none') return yield* refuse('ACTOR_UNKNOWN');
  if (state.kind === 'subject') return yield* refuse('KEY_UNKNOWN');
  if (state.revokedAt) return yield* refuse('KEY_REVOKED', { revokedAt: state.revokedAt.literal });
  return [{ ...command, type: 'KeyRevoked' }];
}
