import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Bell } from '#event-store';
import type { EventStore } from '#event-store';
import { Problem } from '#platform';
import { countEntries, entriesAfter, readEntries } from '#public-record';
import { farewell, frameOf, greeting, heartbeat } from './frame.ts';
import { pageOf, RecentFrames, upTo } from './recent-frames.ts';
import type { Page } from './recent-frames.ts';

export type EventStreamOptions = Readonly<{
  /** Readers at a time. */
  maxReaders: number;
  /** Readers at a time from one address. */
  maxReadersPerAddress: number;
  /** Milliseconds between signs of life. */
  heartbeatEvery: number;
  /** Milliseconds that a reader may leave its connection full before it is dropped. */
  patience: number;
}>;

const defaults: EventStreamOptions = {
  maxReaders: 10_000,
  maxReadersPerAddress: 50,
  heartbeatEvery: 15_000,
  patience: 10_000,
};

/** Bytes of the latest frames, kept for all readers together. */
const recentBytes = 4 * 1024 * 1024;

/** What is handed to one connection at a time: bounds the memory of a reader that does not read. */
const pageBytes = 64 * 1024;
const pageEntries = 64;

type Reader = Readonly<{ response: ServerResponse; address: string; gone: AbortSignal }>;

/** Seconds after which a reader that found no place may try again. */
const retryAfter = { 'retry-after': '30' };

/**
 * The public record as server-sent events.
 *
 * Every reader has its own place and is given the next page when its connection has taken the one before. So
 * no queue grows, nobody waits for the slowest, and nothing is left out or sent twice.
 */
export class EventStream {
  readonly #options: EventStreamOptions;
  readonly #readers = new Set<Reader>();
  /** How many of them come from each address. */
  readonly #fromAddress = new Map<string, number>();
  readonly #bell = new Bell();
  readonly #heartbeats: NodeJS.Timeout;
  #recent = new RecentFrames(0, recentBytes);
  #store: EventStore | undefined;

  constructor(options: Partial<EventStreamOptions> = {}) {
    this.#options = { ...defaults, ...options };
    this.#heartbeats = setInterval(() => this.#beat(), this.#options.heartbeatEvery).unref();
  }

  get readers(): number {
    return this.#readers.size;
  }

  /** Watches the record for new entries until the signal is aborted. */
  async follow(store: EventStore, signal: AbortSignal): Promise<void> {
    const entries = await countEntries(store);
    this.#recent = new RecentFrames(entries, recentBytes);
    this.#store = store;
    for await (const batch of entriesAfter(store, entries - 1, { signal })) {
      this.#recent.push(batch);
      this.#bell.ring();
    }
  }

  /**
   * Whether there is a place for a reader from this address.
   *
   * @throws Problem `UNAVAILABLE` while the record is not open or all places are taken, `TOO_MANY_REQUESTS`
   *   where one address has its share
   */
  checkPlace(address: string): void {
    if (this.#store === undefined || this.#bell.closed)
      throw new Problem('UNAVAILABLE', { headers: { 'retry-after': '1' } });
    if (this.#readers.size >= this.#options.maxReaders)
      throw new Problem('UNAVAILABLE', { detail: 'All places for readers are taken.', headers: retryAfter });
    if ((this.#fromAddress.get(address) ?? 0) >= this.#options.maxReadersPerAddress)
      throw new Problem('TOO_MANY_REQUESTS', {
        detail: 'This address has as many readers as it may have.',
        headers: retryAfter,
      });
  }

  /** Sends all entries after an index, then live ones, until the reader leaves, is dropped or the feed ends. */
  async serve(response: ServerResponse, address: string, after: number | 'latest'): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const reader = { response, address, gone: gone.signal };
    this.#readers.add(reader);
    this.#count(address, 1);
    try {
      response.write(greeting);
      await this.#send(reader, after === 'latest' ? this.#recent.end : after + 1);
    } finally {
      this.#readers.delete(reader);
      this.#count(address, -1);
      response.end(this.#bell.closed && !gone.signal.aborted ? farewell() : undefined);
    }
  }

  /** Sends all readers away; they come back to whoever serves next, with the last id that they have. */
  close(): void {
    clearInterval(this.#heartbeats);
    this.#bell.close();
  }

  async #send({ response, gone }: Reader, first: number): Promise<void> {
    let next = first;
    while (!gone.aborted && !this.#bell.closed) {
      // Nothing may come between looking for frames and listening for the bell.
      const page = this.#recent.from(next, pageBytes) ?? (await this.#storedFrom(next));
      if (page.entries === 0) {
        await this.#bell.rings(gone);
        continue;
      }
      next += page.entries;
      if (response.write(page.bytes)) continue;
      if (!(await this.#drained(response, gone))) return void response.destroy();
    }
  }

  #count(address: string, change: 1 | -1): void {
    const count = (this.#fromAddress.get(address) ?? 0) + change;
    if (count === 0) this.#fromAddress.delete(address);
    else this.#fromAddress.set(address, count);
  }

  async #storedFrom(index: number): Promise<Page> {
    const entries = this.#store === undefined ? [] : await readEntries(this.#store, index, pageEntries);
    return pageOf(upTo(pageBytes, entries.map(frameOf)));
  }

  #drained(response: ServerResponse, gone: AbortSignal): Promise<boolean> {
    const signal = AbortSignal.any([gone, AbortSignal.timeout(this.#options.patience)]);
    return once(response, 'drain', { signal }).then(
      () => true,
      () => false,
    );
  }

  #beat(): void {
    for (const { response } of this.#readers) if (!response.writableNeedDrain) response.write(heartbeat);
  }
}
