import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { Grant, RoleRevoked } from './events.ts';
import { isSameGrant } from './state.ts';
import type { AccessState } from './state.ts';

/** An actor loses a role that was granted to it, in exactly the scope in which it was granted. */
export type RevokeRole = Readonly<{ type: 'RevokeRole' }> & Grant;

export function* revokeRole(state: AccessState, command: RevokeRole): Decision<RoleRevoked> {
  const { role, bodyId } = command;
  if (state.kind === 'none') return yield* refuse('ACTOR_UNKNOWN');
  if (!state.grants.some((grant) => isSameGrant(grant, command)))
    return yield* refuse('GRANT_UNKNOWN', { role, bodyId });
  return [{ ...command, type: 'RoleRevoked' }];
}
