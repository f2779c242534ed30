import type Database from 'better-sqlite3';
import type { Recorded } from '#governance';
import { OtherFingerprint, ProjectionFailed } from './errors.ts';
import { headerOf, openToFill, openToServe, serve } from './generation-file.ts';
import { fingerprintOf } from './read-model.ts';
import type { Project, ReadModel } from './read-model.ts';
import type { Sourced } from './source.ts';

/** Enough that the end of a transaction does not show. */
const batchesPerTransaction = 20;

type Projector = Readonly<{ name: string; project: Project; flush: () => void }>;

function projectorOf({ name, project }: ReadModel, db: Database.Database): Projector {
  const flushes: (() => void)[] = [];
  const projecting = project(db, (flush) => flushes.push(flush));
  return { name, project: projecting, flush: () => flushes.forEach((flush) => flush()) };
}

type Store = (batch: readonly Sourced[], mayWrite: () => boolean) => boolean;

/** One file of read models, open for writing. */
export class Generation {
  readonly #db: Database.Database;
  readonly #models: readonly ReadModel[];
  #projectors: readonly Projector[];
  #filled = 0;
  readonly #readPosition: Database.Statement<[], number>;
  readonly #writePosition: Database.Statement<[number]>;
  readonly #transaction: Database.Transaction<Store>;

  /** A generation that others may read. undefined where there is none in the file. @throws OtherFingerprint */
  static open(file: string, models: readonly ReadModel[]): Generation | undefined {
    const header = headerOf(file);
    if (!header) return undefined;
    if (header.fingerprint !== fingerprintOf(models))
      throw new OtherFingerprint(file, fingerprintOf(models), header.fingerprint);
    return new Generation(openToServe(file), models);
  }

  /** A new generation, or one to go on with. */
  static openToFill(file: string, models: readonly ReadModel[]): Generation {
    return new Generation(openToFill(file, models), models);
  }

  private constructor(db: Database.Database, models: readonly ReadModel[]) {
    this.#db = db;
    this.#models = models;
    this.#projectors = this.#prepare();
    this.#readPosition = db.prepare<[], number>('SELECT position FROM generation').pluck();
    this.#writePosition = db.prepare<[number]>('UPDATE generation SET position = ?');
    this.#transaction = db.transaction<Store>((batch, mayWrite) => this.#store(batch, mayWrite));
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

  /** Ends the filling: others may read. */
  serve(): void {
    this.commit();
    serve(this.#db);
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
      if (position > stored && recorded) this.#project(position, recorded);
    for (const { flush } of this.#projectors) flush();
    const last = batch.at(-1)?.position ?? 0;
    if (last > stored) this.#writePosition.run(last);
    return true;
  }

  #project(position: number, recorded: Recorded): void {
    let name = '';
    try {
      for (const projector of this.#projectors) {
        name = projector.name;
        projector.project(recorded);
      }
    } catch (error) {
      throw new ProjectionFailed({ position, recorded }, name, error);
    }
  }
}
