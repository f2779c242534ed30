import { setTimeout as sleep } from 'node:timers/promises';
import { KurrentDBClient, NotLeaderError } from '@kurrent/kurrentdb-client';
import { StoreClosed } from '#event-store';
import { TimedOut, inWordsOfThePort, isTransient } from './failures.ts';

/** Milliseconds. */
const shortestPause = 50;
const longestPause = 1000;

/** How long to wait before the next attempt: longer each time, and not at the same time as all others. Milliseconds. */
export const pauseBefore = (attempt: number): number =>
  Math.min(longestPause, shortestPause * 2 ** Math.min(attempt, 10)) * (0.5 + Math.random());

/**
 * The client has no timeouts of its own where they matter: pipelined appends and reads wait for a hung node.
 *
 * @param run is given what tells that something has come, so that the time begins anew
 * @param ping what a node that is not hung answers at once, however long it takes for the rest; asked after half of the
 *   time, and with it the time begins anew
 * @throws TimedOut
 */
export function within<T>(
  milliseconds: number,
  run: (alive: () => void) => Promise<T>,
  ping?: () => Promise<unknown>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const half = milliseconds / 2;
    const giveUp = (): void => reject(new TimedOut(milliseconds));
    const timer = ping
      ? setTimeout(() => void within(half, ping).then(() => timer.refresh(), giveUp), half)
      : setTimeout(giveUp, milliseconds);
    run(() => timer.refresh())
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** `esdb` is the same protocol under its older name; the client warns about it on the console. */
const current = (connectionString: string): string =>
  connectionString.trim().replace(/^esdb(?=[:+])/, 'kurrentdb');

const keepAliveTimeout = /([?&])keepAliveTimeout=(\d+)/i;
/** Milliseconds; the client's own default. */
const defaultKeepAliveTimeout = 10_000;

/**
 * Clients with the same settings share their connections, also one that hangs. So each gets another setting, in
 * which a few milliseconds make no difference.
 */
function differing(connectionString: string, by: number): string {
  const [, , given] = keepAliveTimeout.exec(connectionString) ?? [];
  const option = `keepAliveTimeout=${Number(given ?? defaultKeepAliveTimeout) + by}`;
  if (given !== undefined) return connectionString.replace(keepAliveTimeout, `$1${option}`);
  const [first, query] = connectionString.split('?', 2);
  return `${first}?${query ? `${query}&` : ''}${option}`;
}

/**
 * The client prints an option that it does not know, with the password, and goes on without it: a certificate that
 * is named amiss would not be looked at.
 *
 * @throws Error
 */
function understood(connectionString: string): KurrentDBClient {
  const { console } = globalThis;
  const { warn } = console;
  let unknown: string | undefined;
  console.warn = (warning: unknown) => {
    unknown ??= /^Unknown option key "[^"]*"/.exec(String(warning))?.[0];
    if (unknown === undefined) warn(warning);
  };
  try {
    const client = KurrentDBClient.connectionString(connectionString);
    if (unknown === undefined) return client;
    void client.dispose();
    throw new Error(unknown);
  } finally {
    console.warn = warn;
  }
}

let clients = 0;

export type Patience = Readonly<{
  /** How long an attempt may take. Milliseconds. */
  timeout: number;
  /** After how long there is no further attempt. Milliseconds. */
  patience: number;
  /** After it there is no further attempt either. */
  signal?: AbortSignal | undefined;
  /** See `within`. */
  ping?: ((client: KurrentDBClient) => Promise<unknown>) | undefined;
}>;

/** A client, and a new one when its node is gone: a client's reads never find another node by themselves. */
export class Connection {
  readonly #connectionString: string;
  #client: KurrentDBClient;

  /** @throws Error when the connection string is none */
  constructor(connectionString: string) {
    this.#connectionString = current(connectionString);
    this.#client = this.#connect();
  }

  get client(): KurrentDBClient {
    return this.#client;
  }

  /** After an error: others may have put a new client in place already. */
  renew(failed: KurrentDBClient): void {
    if (this.#client !== failed) return;
    this.#client = this.#connect();
    void failed.dispose();
  }

  /**
   * Tries again and again while that may help. What is tried must be safe to be done twice.
   *
   * @throws StoreUnavailable when it did not help
   * @throws StoreClosed
   */
  async persist<T>(
    { timeout, patience, signal, ping }: Patience,
    action: (client: KurrentDBClient, alive: () => void) => Promise<T>,
  ): Promise<T> {
    const end = performance.now() + patience;
    for (let attempt = 0; ; attempt++) {
      const client = this.#client;
      try {
        return await within(timeout, (alive) => action(client, alive), ping && (() => ping(client)));
      } catch (error) {
        if (!isTransient(error)) throw error;
        // The client itself goes to the leader that it was told of.
        if (!(error instanceof NotLeaderError)) this.renew(client);
        if (performance.now() > end) throw inWordsOfThePort(error);
      }
      await sleep(pauseBefore(attempt), undefined, { signal }).catch(() => undefined);
      if (signal?.aborted) throw new StoreClosed();
    }
  }

  close(): Promise<void> {
    return this.#client.dispose();
  }

  #connect(): KurrentDBClient {
    return understood(differing(this.#connectionString, clients++ % 1_000));
  }
}
