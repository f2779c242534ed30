import { asTheyStand, entriesAt, happened, takesEffect } from '../asked-times.ts';
import type { AnsweredTimes, AskedTimes, Begins } from '../asked-times.ts';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { pageOf } from '../page.ts';
import type { Condition, Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { documentOf, isRegisterEvent, statusOf } from './document.ts';
import type { KeptEvent } from './document.ts';
import { bodyEntries } from './model.ts';
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

/** What is determined or adopted says itself since when it holds. */
const begins: Begins<Entry<KeptEvent>> = (entry) => {
  const { event } = entry;
  return isRegisterEvent(event) && 'effectiveFrom' in event
    ? takesEffect(event.effectiveFrom)
    : happened(entry);
};

type BodyAt = Readonly<{
  summary: BodySummary;
  document: BodyDocument;
  revision: number;
  times: AnsweredTimes;
}>;

/** A body at some times; undefined where nothing was known of it, or had happened, by then. */
function bodyAt(reads: Reads, bodyId: string, asked: AskedTimes): BodyAt | undefined {
  const { entries, times } = entriesAt(entriesOf<KeptEvent>(reads, bodyEntries, bodyId), asked, begins);
  const last = entries.at(-1);
  if (!last) return undefined;
  const document = documentOf(entries);
  const summary = { ...founded(bodyId, entries), status: statusOf(document) };
  return { summary, document, revision: last.provenance.revision, times };
}

function founded(bodyId: string, entries: readonly Entry<KeptEvent>[]): Omit<BodySummary, 'status'> {
  const entry = entries.find(({ event }) => event.type === 'BodyEstablished');
  if (entry?.event.type !== 'BodyEstablished') return { bodyId, timeZone: 'UTC' };
  const { name, classification, timeZone, parentBodyId } = entry.event;
  return {
    bodyId,
    name,
    classification,
    timeZone,
    ...(parentBodyId !== undefined && { parentBodyId }),
    ...(entry.provenance.illustration && { illustration: true }),
  };
}

/** What stays as it is from the founding on. */
const ofItself = ({ parentBodyId, classification }: BodyFilter): readonly Condition[] => [
  ['parent_body_id = ?', parentBodyId],
  ['classification = ?', classification],
];

/** The bodies as they stood at other times than now: each is folded, so a page may hold fewer than its limit. */
function listedAt(reads: Reads, request: BodyFilter & PageRequest, times: AskedTimes): Page<BodySummary> {
  const then: Listing<Row, BodySummary | undefined> = {
    ...byName,
    item: ({ body_id: id }) => bodyAt(reads, id, times)?.summary,
  };
  const { items, ...page } = pageOf(reads, then, ofItself(request), request);
  const { status } = request;
  const known = items.filter((one) => one !== undefined);
  return { ...page, items: known.filter((one) => status === undefined || one.status === status) };
}

/** By name. With times, as they stood then; a page may then hold fewer than its limit. @throws InvalidCursor */
export function listBodies(
  reads: Reads,
  { asOf, knownAt, ...request }: BodyFilter & PageRequest & AskedTimes = {},
): Page<BodySummary> {
  if (!asTheyStand({ asOf, knownAt })) return listedAt(reads, request, { asOf, knownAt });
  return pageOf(reads, byName, [...ofItself(request), ['status = ?', request.status]], request);
}

type Ids = Pick<Row, 'body_id'>;

function subcommitteesOf(reads: Reads, bodyId: string, times: AskedTimes): readonly SubcommitteeView[] {
  const sql = 'SELECT body_id FROM bodies WHERE parent_body_id = ? ORDER BY name, body_id';
  return reads.all<Ids>(sql, bodyId).flatMap(({ body_id: id }) => {
    const found = bodyAt(reads, id, times);
    return found ? [{ ...found.summary, charges: found.document.charges }] : [];
  });
}

function predecessorsOf(reads: Reads, bodyId: string, times: AskedTimes): readonly string[] {
  const sql = 'SELECT body_id FROM body_successors WHERE successor_id = ? ORDER BY body_id';
  const ids = reads.all<Ids>(sql, bodyId).map((row) => row.body_id);
  const hadSucceeded = (id: string): boolean =>
    bodyAt(reads, id, times)?.document.successions.some(({ successorId }) => successorId === bodyId) ?? false;
  return asTheyStand(times) ? ids : ids.filter(hadSucceeded);
}

/** undefined for a body that is not in the record, or was not by the times that are asked for. */
export function getBody(reads: Reads, bodyId: string, asked: AskedTimes = {}): BodyView | undefined {
  const found = bodyAt(reads, bodyId, asked);
  if (!found) return undefined;
  const { summary, document, revision, times } = found;
  return {
    ...summary,
    ...times,
    revision,
    ...document,
    subcommittees: subcommitteesOf(reads, bodyId, asked),
    predecessorIds: predecessorsOf(reads, bodyId, asked),
  };
}

/** The zone in which the body's dates are read; undefined for a body that is not in the record. */
export const bodyTimeZone = (reads: Reads, bodyId: string): string | undefined =>
  reads.get<Pick<Row, 'time_zone'>>('SELECT time_zone FROM bodies WHERE body_id = ?', bodyId)?.time_zone;

/** Witnesses of all bodies that are asked for cosignatures. */
export const appointedWitnesses = (
  reads: Reads,
): readonly (Readonly<{ bodyId: string }> & BodyDocument['witnesses'][number])[] =>
  reads
    .all<{ id: string }>(`SELECT DISTINCT id FROM ${bodyEntries} WHERE entries LIKE '%"WitnessAppointed"%'`)
    .flatMap(({ id: bodyId }) =>
      documentOf(entriesOf<KeptEvent>(reads, bodyEntries, bodyId))
        .witnesses.filter(({ dismissed }) => !dismissed)
        .map((witness) => ({ bodyId, ...witness })),
    );
