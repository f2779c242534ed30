import { setTimeout as sleep } from 'node:timers/promises';
import { END, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Bell } from '#event-store';
import { pauseBefore } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';

/** Checkpoints are of no use here: 32 events times this. */
const checkpointInterval = 1000;

/**
 * Tells that the store may have new events: of this process at once, of others by a live subscription. It says
 * nothing of what they are, so nothing is lost when the subscription is, and what is heard twice is read once.
 * It listens only while somebody follows.
 */
export class Announcements {
  readonly #connection: Connection;
  readonly #scope: Scope;
  readonly #bell = new Bell();
  #heard = 0;
  #followers = 0;
  #stop: AbortController | undefined;

  constructor(connection: Connection, scope: Scope) {
    this.#connection = connection;
    this.#scope = scope;
  }

  /** Grows with every announcement. */
  get heard(): number {
    return this.#heard;
  }

  hear(): void {
    this.#heard++;
    this.#bell.ring();
  }

  /** Listens until the returned function is called. */
  listen(): () => void {
    if (this.#followers++ === 0) void this.#listen((this.#stop = new AbortController()).signal);
    return () => {
      if (--this.#followers === 0) this.#stop?.abort();
    };
  }

  /** Resolves when more was heard than so much, when the time is over, or when the signal is aborted. Milliseconds. */
  async moreThan(heard: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#heard > heard) return;
    const done = new AbortController();
    const timer = setTimeout(() => done.abort(), milliseconds);
    await this.#bell.rings(AbortSignal.any([signal, done.signal]));
    clearTimeout(timer);
  }

  close(): void {
    this.#stop?.abort();
    this.#bell.close();
  }

  /** The client's subscriptions end with their node: a new one follows. */
  async #listen(signal: AbortSignal): Promise<void> {
    const { streams } = this.#scope;
    await Promise.all((streams ?? [undefined]).map((stream) => this.#listenTo(stream, signal)));
  }

  async #listenTo(stream: string | undefined, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      await this.#subscribe(stream, signal, () => (attempt = 0));
      await sleep(pauseBefore(attempt), undefined, { signal }).catch(() => undefined);
    }
  }

  /** @param stream all that are the store's where there is none */
  #subscription(client: KurrentDBClient, stream: string | undefined) {
    if (stream !== undefined) {
      const options = { fromRevision: END, requiresLeader: true } as const;
      return client.subscribeToStream(this.#scope.onServer(stream), options);
    }
    const filter = streamNameFilter({ regex: this.#scope.pattern, checkpointInterval });
    return client.subscribeToAll({ fromPosition: END, requiresLeader: true, filter });
  }

  #subscribe(stream: string | undefined, signal: AbortSignal, confirmed: () => void): Promise<void> {
    const { client } = this.#connection;
    return new Promise((resolve) => {
      const subscription = this.#subscription(client, stream);
      const end = () => {
        signal.removeEventListener('abort', end);
        void subscription.unsubscribe().catch(() => undefined);
        resolve();
      };
      signal.addEventListener('abort', end);
      subscription
        .on('confirmation', () => {
          confirmed();
          this.hear();
        })
        .on('data', () => this.hear())
        .on('error', () => {
          this.#connection.renew(client);
          end();
        })
        .on('end', end);
    });
  }
}
