import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/reads.ts';
import type { OrganizationView } from './views.ts';

/** By name. */
export declare function listOrganizations(reads: Reads, request?: PageRequest): Page<OrganizationView>;
export declare function getOrganization(reads: Reads, organizationId: string): OrganizationView | undefined;
