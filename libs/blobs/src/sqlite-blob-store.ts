import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Blob, BlobStore } from './blob-store.ts';
import { ErasureIncomplete } from './errors.ts';
import { connect } from './schema.ts';

export type SqliteBlobStoreOptions = Readonly<{ file: string; readOnly?: boolean }>;

/** The port is asynchronous, SQLite is not: what is thrown rejects. */
const promised = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));

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
    const sql = 'SELECT sha256, media_type AS mediaType, bytes FROM blobs WHERE sha256 = ?';
    return promised(() => this.#db.prepare<[string], Blob>(sql).get(sha256));
  }

  has(sha256: string): Promise<boolean> {
    return promised(() => this.#db.prepare('SELECT 1 FROM blobs WHERE sha256 = ?').get(sha256) !== undefined);
  }

  delete(sha256: string): Promise<boolean> {
    return promised(() => {
      const { changes } = this.#db.prepare('DELETE FROM blobs WHERE sha256 = ?').run(sha256);
      // The write-ahead log keeps pages as they were until it is cut.
      const [cut] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as readonly Readonly<{ busy: number }>[];
      if (cut?.busy !== 0) throw new ErasureIncomplete(sha256);
      return changes > 0;
    });
  }

  close(): Promise<void> {
    return promised(() => void this.#db.close());
  }
}
