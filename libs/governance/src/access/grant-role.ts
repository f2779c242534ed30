import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { Grant, RoleGranted } from './events.ts';
import { isSameGrant } from './state.ts';
import type { AccessState } from './state.ts';

/** An actor gets a role in one body, or in all of them where no body is named. */
export type GrantRole = Readonly<{ type: 'GrantRole' }> & Grant;

export function* grantRole(state: AccessState, command: GrantRole): Decision<RoleGranted> {
  const { role, bodyId } = command;
  if (state.kind === 'none') return yield* refuse('ACTOR_UNKNOWN');
  if (state.revokedAt) return yield* refuse('KEY_REVOKED');
  if (state.grants.some((grant) => isSameGrant(grant, command)))
    return yield* refuse('GRANT_EXISTS', { role, bodyId });
  return [{ ...command, type: 'RoleGranted' }];
}
