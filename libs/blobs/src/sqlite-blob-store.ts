import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Blob, BlobStore } from './blob-store.ts';
import { ErasureIncomplete } from './errors.ts';
import { connect } from './schema.ts';

export type SqliteBlobStoreOptions = Readonly<{ file: string; readOnly?: boolean }>;

/** The port is asynchronous, SQLite is not: what is thrown rejects. */
const promised = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));

/** A row without a media type is what an erased blob leaves: its name, so that nobody brings it back. */
const isThere = "media_type <> ''";

/** The embedded store: one SQLite file. Any number of processes may open it. */
export class SqliteBlobStore implements BlobStore {
  readonly #db: Database;

  private constructor(db: Database) {
    this.#db = db;
  }

  /** @throws UnusableBlobFile, also where there is nothing to read yet */
  static open({ file, readOnly = false }: SqliteBlobStoreOptions): SqliteBlobStore {
    return new SqliteBlobStore(connect(file, readOnly));
  }

  put(bytes: Uint8Array, mediaType: string): Promise<string> {
    const sql = 'INSERT INTO blobs (sha256, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
    return promised(() => {
      const sha256 = hash('sha256', bytes);
      this.#db.prepare(sql).run(sha256, mediaType, bytes);
      return sha256;
    });
  }

  get(sha256: string): Promise<Blob | undefined> {
    const sql = `SELECT sha256, media_type AS mediaType, bytes FROM blobs WHERE sha256 = ? AND ${isThere}`;
    return promised(() => this.#db.prepare<[string], Blob>(sql).get(sha256));
  }

  has(sha256: string): Promise<boolean> {
    return promised(() => this.#has(sha256));
  }

  delete(sha256: string): Promise<boolean> {
    const sql = `INSERT INTO blobs (sha256, media_type, bytes) VALUES (?, '', x'')
      ON CONFLICT DO UPDATE SET media_type = '', bytes = x''`;
    return promised(() => {
      const was = this.#has(sha256);
      this.#db.prepare(sql).run(sha256);
      this.#cut();
      return was;
    });
  }

  isErased(sha256: string): Promise<boolean> {
    const sql = `SELECT 1 FROM blobs WHERE sha256 = ? AND NOT (${isThere})`;
    return promised(() => this.#db.prepare(sql).get(sha256) !== undefined);
  }

  scrub(): Promise<void> {
    return promised(() => this.#cut());
  }

  close(): Promise<void> {
    return promised(() => void this.#db.close());
  }

  #has(sha256: string): boolean {
    const sql = `SELECT 1 FROM blobs WHERE sha256 = ? AND ${isThere}`;
    return this.#db.prepare(sql).get(sha256) !== undefined;
  }

  /** The write-ahead log keeps pages as they were until it is cut. */
  #cut(): void {
    const [cut] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as readonly Readonly<{ busy: number }>[];
    if (cut?.busy !== 0) throw new ErasureIncomplete();
  }
}
