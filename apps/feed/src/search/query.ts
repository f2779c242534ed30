import { getBody, getClaim, getMeeting } from '#projections';
import type { Reads } from '#projections';
import { marks } from './prose.ts';
import type { FoundKind } from './model.ts';

export type SearchRequest = Readonly<{
  q: string;
  kind?: FoundKind | undefined;
  body?: string | undefined;
}>;

/** One thing that was found. */
export type FoundThing = Readonly<{
  kind: FoundKind;
  thing: string;
  title: string;
  /** The words around what was found, with the marks of `prose.ts` around that. */
  snippet: string;
  /** Of a claim: the id of what it is about. */
  subject?: string;
  bodyId?: string;
  bodyName?: string;
  lang?: string;
  illustration?: true;
  publishedAt: string;
  updatedAt: string;
}>;

export type FoundPage = Readonly<{ items: readonly FoundThing[]; total: number; next?: number }>;

/** Of a word shorter than this, the whole word is meant. */
const prefixFrom = 3;

/**
 * What a person types as a query of FTS5: all words, words in quotes beside each other, and of longer words their
 * beginnings. Nothing in it is an operator. undefined where there is nothing to look for.
 */
export function matchOf(q: string): string | undefined {
  const terms = [...q.matchAll(/"([^"]+)"|([^\s"]+)/g)].flatMap(([, phrase, word = '']) => {
    const text = (phrase ?? word).replaceAll('"', ' ');
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return [`"${text}"${phrase === undefined && text.length >= prefixFrom ? '*' : ''}`];
  });
  return terms.length === 0 ? undefined : terms.join(' ');
}

type Row = Readonly<{
  kind: FoundKind;
  thing: string;
  body_id: string | null;
  title: string;
  snippet: string;
  lang: string | null;
  illustration: number;
  published_at: string;
  updated_at: string;
}>;

/** Minutes are called like their meeting. */
function nameOf(reads: Reads, { kind, thing, title }: Row): string {
  if (kind !== 'minutes' && kind !== 'meeting') return title || thing;
  return title || (getMeeting(reads, thing)?.title ?? '');
}

function thingOf(reads: Reads, row: Row): FoundThing {
  const meeting = row.kind === 'minutes' ? getMeeting(reads, row.thing) : undefined;
  const bodyId = row.body_id ?? meeting?.bodyId;
  const bodyName = bodyId === undefined || row.kind === 'body' ? undefined : getBody(reads, bodyId)?.name;
  const subject = row.kind === 'claim' ? getClaim(reads, row.thing)?.subject : undefined;
  return {
    kind: row.kind,
    thing: row.thing,
    title: nameOf(reads, row),
    snippet: row.snippet,
    ...(subject !== undefined && { subject }),
    ...(bodyId !== undefined && { bodyId }),
    ...(bodyName !== undefined && { bodyName }),
    ...(row.lang !== null && { lang: row.lang }),
    ...(row.illustration === 1 && { illustration: true }),
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
  };
}

const matching = `FROM search_texts JOIN search_things ON id = search_texts.rowid
  WHERE search_texts MATCH ? AND kind = coalesce(?, kind) AND coalesce(body_id, '') = coalesce(?, body_id, '')`;

/** What is called so comes before what only says so. */
const orders = {
  relevant: 'bm25(search_texts, 5.0, 1.0, 1.0), id DESC',
  latest: 'updated_at DESC, id DESC',
} as const;

export type Paging = Readonly<{ order: keyof typeof orders; page: number; size: number }>;

/** Nothing is found where nothing is looked for. */
export function search(
  reads: Reads,
  { q, kind, body }: SearchRequest,
  { order, page, size }: Paging,
): FoundPage {
  const match = matchOf(q);
  if (match === undefined) return { items: [], total: 0 };
  const asked = [match, kind ?? null, body ?? null] as const;
  const total = reads.get<{ total: number }>(`SELECT count(*) AS total ${matching}`, ...asked)?.total ?? 0;
  const rows = reads.all<Row>(
    `SELECT kind, thing, body_id, search_things.title AS title, lang, illustration, published_at, updated_at,
       snippet(search_texts, 1, '${marks.open}', '${marks.close}', '…', 28) AS snippet
     ${matching} ORDER BY ${orders[order]} LIMIT ? OFFSET ?`,
    ...asked,
    size,
    (page - 1) * size,
  );
  return {
    items: rows.map((row) => thingOf(reads, row)),
    total,
    ...(page * size < total && { next: page + 1 }),
  };
}

/** A snippet without its marks. */
export const unmarked = (snippet: string): string =>
  snippet.replaceAll(marks.open, '').replaceAll(marks.close, '');
