import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { OrganizationRegistered } from './events.ts';
import type { OrganizationState } from './state.ts';

/** An organization that appoints, nominates, convenes or sits enters the registry. It is registered once. */
export type RegisterOrganization = Readonly<{ type: 'RegisterOrganization' }> &
  Omit<OrganizationRegistered, 'type'>;

export function* registerOrganization(
  state: OrganizationState,
  command: RegisterOrganization,
): Decision<OrganizationRegistered> {
  if (state.registered) return yield* refuse('ORGANIZATION_EXISTS', { name: state.name });
  return [{ ...command, type: 'OrganizationRegistered' }];
}
