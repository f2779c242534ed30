import type { OrganizationEvent } from './events.ts';

export type OrganizationState = Readonly<{
  registered: boolean;
  name?: string;
  classification?: string;
}>;

export const noOrganization: OrganizationState = { registered: false };

export function evolve(_state: OrganizationState, event: OrganizationEvent): OrganizationState {
  switch (event.type) {
    case 'OrganizationRegistered': {
      const { name, classification } = event;
      return { registered: true, name, ...(classification !== undefined && { classification }) };
    }
  }
}
