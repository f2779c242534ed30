import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import type { OrganizationView } from './views.ts';

type Row = Readonly<{ name: string; organization_id: string; view: string }>;

const byName: Listing<Row, OrganizationView> = {
  select: 'SELECT name, organization_id, view FROM organizations',
  orderBy: ['name', 'organization_id'],
  direction: 'ASC',
  item: ({ view }) => parsed(view),
};

/** By name. @throws InvalidCursor */
export const listOrganizations = (reads: Reads, request: PageRequest = {}): Page<OrganizationView> =>
  pageOf(reads, byName, [], request);

export function getOrganization(reads: Reads, organizationId: string): OrganizationView | undefined {
  const sql = 'SELECT view FROM organizations WHERE organization_id = ?';
  const row = reads.get<Pick<Row, 'view'>>(sql, organizationId);
  return row && parsed(row.view);
}
