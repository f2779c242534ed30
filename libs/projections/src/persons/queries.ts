import type { SealedData } from '#privacy';
import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import type { PersonLinkView, PersonView } from './views.ts';

type Row = Readonly<{ person_id: string; view: string }>;

type DataRow = Readonly<{
  named: number;
  minor: number;
  published: number;
  erasure: 'under_way' | 'done' | null;
}>;

function dataOf(reads: Reads, personId: string) {
  const row = reads.get<DataRow>(
    'SELECT sealed IS NOT NULL AS named, minor, published, erasure FROM person_data WHERE person_id = ?',
    personId,
  );
  return {
    named: row?.named === 1,
    minor: row?.minor === 1,
    namePublic: row?.published === 1,
    ...(row?.erasure && { erasure: row.erasure }),
  };
}

/** What is encrypted under the key of a person, since a position; without data where it is to be forgotten. */
export type SealedPerson = Readonly<{ personId: string; position: number; data: SealedData | undefined }>;

type SealedRow = Readonly<{ personId: string; position: number; sealed: string | null }>;

export const sealedSince = (reads: Reads, position: number): readonly SealedPerson[] =>
  reads
    .all<SealedRow>(
      'SELECT person_id AS personId, position, sealed FROM person_data WHERE position > ? ORDER BY position',
      position,
    )
    .map(({ sealed, ...rest }) => ({
      ...rest,
      data: sealed === null ? undefined : parsed<SealedData>(sealed),
    }));

function personView(reads: Reads, { person_id, view }: Row): PersonView {
  const links = reads.all<Pick<Row, 'view'>>(
    'SELECT view FROM person_links WHERE person_id = ? ORDER BY other_id',
    person_id,
  );
  return {
    ...parsed<Pick<PersonView, 'personId' | 'keyId' | 'provenance'>>(view),
    ...dataOf(reads, person_id),
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
