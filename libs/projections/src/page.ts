import type { Reads, SqlValue } from './runtime/index.ts';

/** A page of a list. `next` is given back as `cursor`; absent on the last page. */
export type Page<T> = Readonly<{ items: readonly T[]; next?: string }>;

export type PageRequest = Readonly<{
  /** `next` of the page before; opaque. */
  cursor?: string | undefined;
  /** 1 to 200; 50 by default. */
  limit?: number | undefined;
}>;

export const pageLimits = { least: 1, most: 200, usual: 50 } as const;

/** A cursor that no page of this list gave out. */
export class InvalidCursor extends Error {
  constructor(cursor: string) {
    super(`the cursor ${JSON.stringify(cursor)} is not one of this list: use "next" of the page before`);
    this.name = 'InvalidCursor';
  }
}

/** Where a page ends: the values by which the list is ordered, of its last row. New rows do not move it. */
type Key = readonly (string | number)[];

const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isKey = (value: unknown, length: number): value is Key =>
  Array.isArray(value) &&
  value.length === length &&
  value.every((part) => typeof part === 'string' || typeof part === 'number');

function decodeCursor(cursor: string, length: number): Key {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString());
  if (!isKey(key, length)) throw new InvalidCursor(cursor);
  return key;
}

/** A list: where its rows come from, and columns that order it without ties. */
export type Listing<Row, Item> = Readonly<{
  /** `SELECT … FROM …`, without a WHERE. */
  select: string;
  orderBy: readonly (string & keyof Row)[];
  direction: 'ASC' | 'DESC';
  item: (row: Row) => Item;
}>;

/** A part of a WHERE with one parameter; left out where the value is undefined. */
export type Condition = readonly [sql: string, value: SqlValue | undefined];

type Given = readonly [sql: string, value: SqlValue];
const isGiven = (condition: Condition): condition is Given => condition[1] !== undefined;

const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

function statementOf<Row>({ select, orderBy, direction }: Listing<Row, unknown>, where: readonly string[]) {
  const conditions = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  const order = orderBy.map((column) => `${column} ${direction}`).join(', ');
  return `${select}${conditions} ORDER BY ${order} LIMIT ?`;
}

/** @throws InvalidCursor */
export function pageOf<Row extends Readonly<Record<string, unknown>>, Item>(
  reads: Reads,
  listing: Listing<Row, Item>,
  conditions: readonly Condition[],
  { cursor, limit = pageLimits.usual }: PageRequest,
): Page<Item> {
  const { orderBy, direction, item } = listing;
  const given = conditions.filter(isGiven);
  const after = cursor === undefined ? [] : decodeCursor(cursor, orderBy.length);
  const beyond = `(${orderBy.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${placeholders(orderBy.length)})`;
  const where = [...given.map(([sql]) => sql), ...(cursor === undefined ? [] : [beyond])];
  const count = Math.min(Math.max(Math.trunc(limit), pageLimits.least), pageLimits.most);
  const values = [...given.map(([, value]) => value), ...after, count + 1];
  const rows = reads.all<Row>(statementOf(listing, where), ...values);
  const shown = rows.slice(0, count);
  const last = rows.length > count ? shown.at(-1) : undefined;
  return {
    items: shown.map(item),
    ...(last && { next: encodeCursor(orderBy.map((column) => last[column] as string | number)) }),
  };
}
