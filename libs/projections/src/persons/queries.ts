import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import type { PersonLinkView, PersonView } from './views.ts';

type Row = Readonly<{ person_id: string; view: string }>;

function personView(reads: Reads, { person_id, view }: Row): PersonView {
  const links = reads.all<Pick<Row, 'view'>>(
    'SELECT view FROM person_links WHERE person_id = ? ORDER BY other_id',
    person_id,
  );
  return {
    ...parsed<Omit<PersonView, 'linkedTo'>>(view),
    linkedTo: links.map((link) => parsed<PersonLinkView>(link.view)),
  };
}

/** By id. @throws InvalidCursor */
export const listPersons = (reads: Reads, request: PageRequest = {}): Page<PersonView> =>
  pageOf<Row, PersonView>(
    reads,
    {
      select: 'SELECT person_id, view FROM persons',
      orderBy: ['person_id'],
      direction: 'ASC',
      item: (row) => personView(reads, row),
    },
    [],
    request,
  );

export function getPerson(reads: Reads, personId: string): PersonView | undefined {
  const row = reads.get<Row>('SELECT person_id, view FROM persons WHERE person_id = ?', personId);
  return row && personView(reads, row);
}
