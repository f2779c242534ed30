import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import type { BodyDocument, BodyStatus, BodySummary, BodyView, SubcommitteeView } from './views.ts';

export type BodyFilter = Readonly<{
  parentBodyId?: string | undefined;
  status?: BodyStatus | undefined;
  classification?: string | undefined;
}>;

type Row = Readonly<{
  body_id: string;
  name: string;
  classification: string | null;
  time_zone: string;
  parent_body_id: string | null;
  status: BodyStatus;
  illustration: number;
  revision: number;
  document: string;
}>;

const summaryOf = (row: Row): BodySummary => ({
  bodyId: row.body_id,
  ...(row.name !== '' && { name: row.name }),
  ...(row.classification !== null && { classification: row.classification }),
  timeZone: row.time_zone,
  ...(row.parent_body_id !== null && { parentBodyId: row.parent_body_id }),
  status: row.status,
  ...(row.illustration === 1 && { illustration: true }),
});

const byName: Listing<Row, BodySummary> = {
  select: 'SELECT * FROM bodies',
  orderBy: ['name', 'body_id'],
  direction: 'ASC',
  item: summaryOf,
};

/** By name. @throws InvalidCursor */
export function listBodies(reads: Reads, request: BodyFilter & PageRequest = {}): Page<BodySummary> {
  const { parentBodyId, status, classification } = request;
  return pageOf(
    reads,
    byName,
    [
      ['parent_body_id = ?', parentBodyId],
      ['status = ?', status],
      ['classification = ?', classification],
    ],
    request,
  );
}

function subcommitteesOf(reads: Reads, bodyId: string): readonly SubcommitteeView[] {
  const sql = 'SELECT * FROM bodies WHERE parent_body_id = ? ORDER BY name, body_id';
  return reads
    .all<Row>(sql, bodyId)
    .map((row) => ({ ...summaryOf(row), charges: parsed<BodyDocument>(row.document).charges }));
}

function predecessorsOf(reads: Reads, bodyId: string): readonly string[] {
  const sql = 'SELECT body_id FROM body_successors WHERE successor_id = ? ORDER BY body_id';
  return reads.all<Pick<Row, 'body_id'>>(sql, bodyId).map((row) => row.body_id);
}

/** undefined for a body that is not in the record. */
export function getBody(reads: Reads, bodyId: string): BodyView | undefined {
  const row = reads.get<Row>('SELECT * FROM bodies WHERE body_id = ?', bodyId);
  if (!row) return undefined;
  return {
    ...summaryOf(row),
    revision: row.revision,
    ...parsed<BodyDocument>(row.document),
    subcommittees: subcommitteesOf(reads, bodyId),
    predecessorIds: predecessorsOf(reads, bodyId),
  };
}

/** The zone in which the body's dates are read; undefined for a body that is not in the record. */
export const bodyTimeZone = (reads: Reads, bodyId: string): string | undefined =>
  reads.get<Pick<Row, 'time_zone'>>('SELECT time_zone FROM bodies WHERE body_id = ?', bodyId)?.time_zone;

/** Witnesses of all bodies that are asked for cosignatures. */
export const appointedWitnesses = (
  reads: Reads,
): readonly (Readonly<{ bodyId: string }> & Pick<BodyDocument, 'witnesses'>['witnesses'][number])[] =>
  reads
    .all<{
      body_id: string;
      document: string;
    }>("SELECT body_id, document FROM bodies WHERE json_array_length(document, '$.witnesses') > 0")
    .flatMap(({ body_id: bodyId, document }) =>
      parsed<BodyDocument>(document)
        .witnesses.filter(({ dismissed }) => !dismissed)
        .map((witness) => ({ bodyId, ...witness })),
    );
