import { randomUUID } from 'node:crypto';
import {
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  jsonEvent,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Connection } from './connection.ts';
import { inWordsOfThePort } from './failures.ts';
import { Scope } from './scope.ts';
import { Writer } from './writer.ts';

/** What stands in a stream: `destroyed` is for ever. */
export type Secret = Readonly<{ text: string }> | 'destroyed' | undefined;

export type KurrentSecretsOptions = Readonly<{
  connectionString: string;
  /** Begins the names of all streams. */
  prefix: string;
  /** Of the streams. */
  category: string;
}>;

/** As for appends and reads of a store. Milliseconds. */
const patience = { timeout: 5_000, patience: 30_000 };
const toLeader = { requiresLeader: true, deadline: patience.timeout } as const;

/**
 * Small texts, each in a stream of its own, so that each can be destroyed: a stream that is tombstoned is never read,
 * and never appended to, again. Its bytes leave the disks of the nodes with a scavenge, once the chunk in which they
 * stand is complete.
 */
export class KurrentSecrets {
  readonly #connection: Connection;
  readonly #writer: Writer;
  readonly #scope: Scope;
  readonly #category: string;

  /** @throws Error when the connection string is none */
  constructor({ connectionString, prefix, category }: KurrentSecretsOptions) {
    this.#connection = new Connection(connectionString);
    this.#writer = new Writer(connectionString);
    this.#scope = new Scope({ prefix });
    this.#category = category;
  }

  /** @throws StoreUnavailable, UnusableDatabase */
  find(name: string): Promise<Secret> {
    return this.#ask((client) => this.#read(client, name));
  }

  /**
   * What stands there, or else the text, once it is on a quorum of nodes. Of several who come at once, the first one's
   * stands.
   *
   * @throws StoreUnavailable, UnusableDatabase
   */
  async provide(name: string, text: string): Promise<Exclude<Secret, undefined>> {
    const found = await this.find(name);
    if (found) return found;
    // The same id for each attempt: one whose answer was lost is not taken for somebody else's.
    const event = jsonEvent({ id: randomUUID(), type: 'SecretKept', data: { text } });
    try {
      await inWords(
        this.#writer.append(patience, (client) =>
          client.appendToStream(this.#onServer(name), event, { ...toLeader, streamState: NO_STREAM }),
        ),
      );
      return { text };
    } catch (error) {
      if (!isTaken(error)) throw error;
      return (await this.find(name)) ?? 'destroyed';
    }
  }

  /** Also what never stood there; again, it changes nothing. @throws StoreUnavailable, UnusableDatabase */
  async destroy(name: string): Promise<void> {
    await this.#ask(async (client) => {
      try {
        await client.tombstoneStream(this.#onServer(name), toLeader);
      } catch (error) {
        if (!(error instanceof StreamDeletedError)) throw error;
      }
    });
  }

  /** All that there ever were. @throws StoreUnavailable, UnusableDatabase */
  async names(): Promise<readonly string[]> {
    const begin = this.#onServer('');
    const filter = streamNameFilter({ prefixes: [begin] });
    const names = await this.#ask(async (client, alive) => {
      const found = new Set<string>();
      for await (const { event } of client.readAll({ requiresLeader: true, filter })) {
        alive();
        if (event) found.add(event.streamId.slice(begin.length));
      }
      return found;
    });
    return [...names].sort();
  }

  async close(): Promise<void> {
    await Promise.all([this.#connection.close(), this.#writer.close()]);
  }

  #onServer(name: string): string {
    return this.#scope.onServer(`${this.#category}-${name}`);
  }

  async #read(client: KurrentDBClient, name: string): Promise<Secret> {
    try {
      for await (const { event } of client.readStream(this.#onServer(name), {
        requiresLeader: true,
        maxCount: 1,
      }))
        if (event) return event.data as { text: string };
      return undefined;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return undefined;
      if (error instanceof StreamDeletedError) return 'destroyed';
      throw error;
    }
  }

  #ask<T>(action: (client: KurrentDBClient, alive: () => void) => Promise<T>): Promise<T> {
    return inWords(this.#connection.persist(patience, action));
  }
}

async function inWords<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isTaken(error) ? error : inWordsOfThePort(error);
  }
}

/** Somebody else was faster, with a text or with a tombstone. */
const isTaken = (error: unknown): boolean =>
  error instanceof WrongExpectedVersionError || error instanceof StreamDeletedError;
