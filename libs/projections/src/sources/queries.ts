import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import type { SourceView } from './views.ts';

type Row = Readonly<{ title: string; source_id: string; view: string; claims: number }>;

const select = `
  SELECT title, source_id, view,
    (SELECT count(*) FROM source_claims WHERE source_claims.source_id = sources.source_id) AS claims
  FROM sources`;

const sourceView = ({ view, claims }: Row): SourceView => ({
  ...parsed<Omit<SourceView, 'claims'>>(view),
  claims,
});

const byTitle: Listing<Row, SourceView> = {
  select,
  orderBy: ['title', 'source_id'],
  direction: 'ASC',
  item: sourceView,
};

/** By title. @throws InvalidCursor */
export const listSources = (reads: Reads, request: PageRequest = {}): Page<SourceView> =>
  pageOf(reads, byTitle, [], request);

export function getSource(reads: Reads, sourceId: string): SourceView | undefined {
  const row = reads.get<Row>(`${select} WHERE source_id = ?`, sourceId);
  return row && sourceView(row);
}
