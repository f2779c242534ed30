export type SqlValue = string | number | null;

/** A read-only view of the rows of one generation at one checkpoint: what queries get. */
export type Reads = Readonly<{
  get: <Row>(sql: string, ...values: readonly SqlValue[]) => Row | undefined;
  all: <Row>(sql: string, ...values: readonly SqlValue[]) => readonly Row[];
}>;
