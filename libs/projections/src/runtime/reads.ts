import type { Database, Statement } from 'better-sqlite3';

export type SqlValue = string | number | null;

/** A read-only view of the rows of one generation at one checkpoint: what queries get. */
export type Reads = Readonly<{
  get: <Row>(sql: string, ...values: readonly SqlValue[]) => Row | undefined;
  all: <Row>(sql: string, ...values: readonly SqlValue[]) => readonly Row[];
}>;

/** Queries on a connection; each statement is prepared once. */
export function readsOn(db: Database): Reads {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const statement = db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const statement = (sql: string): Statement => prepared.get(sql) ?? prepare(sql);
  return {
    get: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      statement(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).all(...values) as Row[],
  };
}
