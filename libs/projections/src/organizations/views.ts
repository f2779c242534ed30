import type { organization } from '#governance';
import type { Provenance } from '../provenance.ts';

export type OrganizationView = Omit<organization.OrganizationRegistered, 'type'> &
  Readonly<{ organizationId: string; provenance: Provenance }>;
