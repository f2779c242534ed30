import { getDefaultHighWaterMark, setDefaultHighWaterMark } from 'node:stream';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import pLimit from 'p-limit';
import { Connection } from './connection.ts';
import type { Patience } from './connection.ts';

/**
 * The client writes all appends into one stream of Node's, with its default room. A write for which there is none waits
 * in the client, and when the stream breaks then, the client raises an error that nobody can catch and that ends the
 * process. So there is never more under way than there is room.
 */
const appendsAtOnce = 128;

function makeRoom(): void {
  const objects = true;
  if (getDefaultHighWaterMark(objects) < appendsAtOnce) setDefaultHighWaterMark(objects, appendsAtOnce);
}

/** A client that appends. */
export class Writer {
  readonly #connection: Connection;
  readonly #inTurn = pLimit(appendsAtOnce);

  /** @throws Error when the connection string is none */
  constructor(connectionString: string) {
    makeRoom();
    this.#connection = new Connection(connectionString);
  }

  /**
   * As `Connection.persist`, in the order in which it is called.
   *
   * @throws StoreUnavailable
   * @throws StoreClosed
   */
  append<T>(patience: Patience, action: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#connection.persist(patience, action));
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
