import type { Database } from 'better-sqlite3';
import type { Recorded } from '#governance';

/** Changes the rows of one read model as one event demands. */
export type Project = (recorded: Recorded) => void;

/**
 * Registers what a read model does before the transaction of a batch ends. Whatever it holds in memory from one
 * event to the next, it writes then and forgets: only rows outlast a batch.
 */
export type BeforeCommit = (flush: () => void) => void;

/**
 * A view of the record kept in SQLite tables, rebuilt from the events at any time.
 *
 * A read model never throws because an earlier event is unknown: the public record leaves out what is not
 * public. Raise `version` whenever tables or rows change: it makes the models be rebuilt.
 */
export type ReadModel = Readonly<{
  name: string;
  version: number;
  /** The statements that create its tables and indexes. */
  tables: string;
  /** Prepares its statements on a connection. */
  project: (db: Database, beforeCommit: BeforeCommit) => Project;
}>;

/** Names and versions of a set of read models: rows made under another fingerprint are not theirs. */
export const fingerprintOf = (models: readonly ReadModel[]): string =>
  models.map(({ name, version }) => `${name}@${version}`).join(' ');
