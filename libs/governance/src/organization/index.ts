import type { AtFact, Decider } from '../kernel/index.ts';
import type { OrganizationEvent } from './events.ts';
import { registerOrganization } from './register-organization.ts';
import type { RegisterOrganization } from './register-organization.ts';
import { evolve, noOrganization } from './state.ts';
import type { OrganizationState } from './state.ts';

export * from './events.ts';
export type { RegisterOrganization } from './register-organization.ts';
export type { OrganizationState } from './state.ts';

export type Command = RegisterOrganization;
export type Facts = AtFact;

/** Stream `organization-{id}`. */
export const decider: Decider<OrganizationState, OrganizationEvent, Command, Facts> = {
  category: 'organization',
  initialState: noOrganization,
  evolve,
  decide: registerOrganization,
};
