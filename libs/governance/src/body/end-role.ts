import { certainlyBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { RoleEnded } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/** A role is given up or taken away. */
export type EndRole = Readonly<{ type: 'EndRole' }> & Omit<RoleEnded, 'type'>;

export function* endRole(state: BodyState, command: EndRole, { at }: AtFact): Decision<RoleEnded> {
  const { roleId } = command;
  yield* existingBody(state, at);
  const role = state.roles.get(roleId);
  if (!role) return yield* refuse('ROLE_UNKNOWN', { roleId });
  if (role.end) return yield* refuse('ROLE_ENDED', { roleId, ended: role.end.literal });
  if (certainlyBefore(at, role.start))
    return yield* refuse('TERM_INVERTED', { roleId, at: at.literal, since: role.start.literal });
  return [{ ...command, type: 'RoleEnded' }];
}
