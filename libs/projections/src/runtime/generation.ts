import Database from 'better-sqlite3';
import { OtherFingerprint, ProjectionFailed } from './errors.ts';
import { fingerprintOf } from './read-model.ts';
import type { Project, ReadModel } from './read-model.ts';
import type { Sourced } from './source.ts';

const checkpointTable = `
  CREATE TABLE generation (
    fingerprint TEXT NOT NULL,
    -- Of the last event whose rows are here; written with them.
    position INTEGER NOT NULL
  ) STRICT`;

/** Kibibytes that a connection keeps of the file; the rest is the operating system's business. */
const cacheSize = 32 * 1024;
/** Enough that the end of a transaction, which waits for the disk, does not show. */
const batchesPerTransaction = 20;
/** Milliseconds to wait for another connection's transaction; a swap holds one for a moment. */
const busyTimeout = 30_000;

/**
 * `serving`: others read while it is written. `filling`: nobody else has it open, and a rollback journal writes
 * every page once instead of twice.
 */
export type Purpose = 'serving' | 'filling';
const journals: Readonly<Record<Purpose, string>> = { serving: 'WAL', filling: 'TRUNCATE' };

function connect(file: string, purpose: Purpose): Database.Database {
  const db = new Database(file, { timeout: busyTimeout });
  // Rows can be made again: a power cut may cost the last transactions, never their consistency.
  db.pragma(`journal_mode = ${journals[purpose]}`);
  db.pragma('synchronous = NORMAL');
  db.pragma(`cache_size = -${cacheSize}`);
  return db;
}

const isPrepared = (db: Database.Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'generation'").get() !== undefined;

function prepareFile(db: Database.Database, models: readonly ReadModel[]): void {
  db.transaction(() => {
    if (isPrepared(db)) return;
    db.exec(checkpointTable);
    for (const { tables } of models) db.exec(tables);
    db.prepare('INSERT INTO generation (fingerprint, position) VALUES (?, 0)').run(fingerprintOf(models));
  }).immediate();
}

/** undefined for a file that is no generation, or none yet. */
export function fingerprintIn(file: string): string | undefined {
  const db = new Database(file, { fileMustExist: true });
  try {
    if (!isPrepared(db)) return undefined;
    return db.prepare<[], string>('SELECT fingerprint FROM generation').pluck().get();
  } finally {
    db.close();
  }
}

type Projector = Readonly<{ name: string; project: Project; flush: () => void }>;

function projectorOf({ name, project }: ReadModel, db: Database.Database): Projector {
  const flushes: (() => void)[] = [];
  const projecting = project(db, (flush) => flushes.push(flush));
  return { name, project: projecting, flush: () => flushes.forEach((flush) => flush()) };
}

/** One file of read models, open for writing. */
export class Generation {
  readonly #db: Database.Database;
  readonly #models: readonly ReadModel[];
  #projectors: readonly Projector[];
  #filled = 0;
  readonly #readPosition: Database.Statement<[], number>;
  readonly #writePosition: Database.Statement<[number]>;
  readonly #transaction: Database.Transaction<
    (batch: readonly Sourced[], mayWrite: () => boolean) => boolean
  >;

  /** Opens a generation, or prepares a new file. @throws OtherFingerprint */
  static open(file: string, models: readonly ReadModel[], purpose: Purpose = 'serving'): Generation {
    const db = connect(file, purpose);
    try {
      prepareFile(db, models);
      const actual = db.prepare<[], string>('SELECT fingerprint FROM generation').pluck().get() ?? '';
      if (actual !== fingerprintOf(models)) throw new OtherFingerprint(file, fingerprintOf(models), actual);
      return new Generation(db, models);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  private constructor(db: Database.Database, models: readonly ReadModel[]) {
    this.#db = db;
    this.#models = models;
    this.#projectors = this.#prepare();
    this.#readPosition = db.prepare<[], number>('SELECT position FROM generation').pluck();
    this.#writePosition = db.prepare<[number]>('UPDATE generation SET position = ?');
    this.#transaction = db.transaction((batch: readonly Sourced[], mayWrite: () => boolean) =>
      this.#store(batch, mayWrite),
    );
  }

  get position(): number {
    return this.#readPosition.get() ?? 0;
  }

  /**
   * Stores the rows of a batch and its position in one transaction, leaving out events that are stored.
   *
   * @param mayWrite asked with the write lock held; false leaves everything as it is
   * @returns whether it was allowed
   * @throws ProjectionFailed with nothing of the batch stored
   */
  apply(batch: readonly Sourced[], mayWrite: () => boolean = () => true): boolean {
    try {
      return this.#transaction.immediate(batch, mayWrite);
    } catch (error) {
      // What the read models held in memory belonged to the transaction.
      this.#projectors = this.#prepare();
      throw error;
    }
  }

  /** Runs while no other connection can write to this generation. */
  holding<T>(action: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      return action();
    } finally {
      this.#db.exec('ROLLBACK');
    }
  }

  /** As `apply`, in a transaction of many batches: a killed process does the last ones again. */
  fill(batch: readonly Sourced[]): void {
    if (!this.#db.inTransaction) this.#db.exec('BEGIN IMMEDIATE');
    this.apply(batch);
    if (++this.#filled % batchesPerTransaction === 0) this.commit();
  }

  /** Stores what was filled in. */
  commit(): void {
    if (this.#db.inTransaction) this.#db.exec('COMMIT');
  }

  /** From here on, others may read. */
  serve(): void {
    this.commit();
    this.#db.pragma(`journal_mode = ${journals.serving}`);
  }

  close(): void {
    this.#db.close();
  }

  #prepare(): readonly Projector[] {
    return this.#models.map((model) => projectorOf(model, this.#db));
  }

  #store(batch: readonly Sourced[], mayWrite: () => boolean): boolean {
    if (!mayWrite()) return false;
    const stored = this.position;
    for (const { position, recorded } of batch)
      if (position > stored && recorded) this.#project({ position, recorded });
    for (const { flush } of this.#projectors) flush();
    const last = batch.at(-1)?.position ?? 0;
    if (last > stored) this.#writePosition.run(last);
    return true;
  }

  #project(one: Required<Sourced>): void {
    let name = '';
    try {
      for (const projector of this.#projectors) {
        name = projector.name;
        projector.project(one.recorded);
      }
    } catch (error) {
      throw new ProjectionFailed(one, name, error);
    }
  }
}
