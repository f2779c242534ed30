import type { OrganizationEvent } from './events.ts';

export type OrganizationState = Readonly<{ registered: boolean; name?: string }>;

export const noOrganization: OrganizationState = { registered: false };

export function evolve(_state: OrganizationState, event: OrganizationEvent): OrganizationState {
  switch (event.type) {
    case 'OrganizationRegistered':
      return { registered: true, name: event.name };
  }
}
