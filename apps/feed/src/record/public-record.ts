import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isEmbedded, openPublicStore } from '#engines';
import type { Engine } from '#engines';
import type { EventStore } from '#event-store';
import { Problem, tracedSource } from '#platform';
import type { Logger, Tracing } from '#platform';
import { ProjectionRunner, ReadModelReader } from '#projections';
import type { ReadModelPlace, Reads, Snapshot } from '#projections';
import { decodePublicEntry, publicEvents, readEntries } from '#public-record';
import type { EventStream } from '../events/event-stream.ts';
import type { PublishedLog } from '../log/published-log.ts';
import type { ReadSide } from '../http/serve-resource.ts';
import { lastPublished } from './published.ts';
import { feedReadModels } from './read-models.ts';

export type PublicRecordOptions = Readonly<{
  engine: Engine;
  /** The embedded store's file of the public streams; another process writes it, and may not have made it yet. */
  file: string;
  /** The feed's own read models. */
  folder: string;
  events: EventStream;
  log: PublishedLog;
  logger: Logger;
  tracing?: Tracing | undefined;
}>;

/** Milliseconds. */
const lookAgainAfter = 100;
const tryAgainAfter = 5_000;

/** For a catching up that may take as long as it takes; the signal ends it. Milliseconds. */
const noTimeout = 2 ** 31 - 1;

type Opened = Readonly<{ runner: ProjectionRunner; reader: ReadModelReader; head: () => Promise<number> }>;

type Place = Pick<PublicRecordOptions, 'engine' | 'file'>;

async function openStore({ engine, file }: Place, signal: AbortSignal): Promise<EventStore> {
  while (isEmbedded(engine) && !existsSync(dirname(file)))
    await setTimeout(lookAgainAfter, undefined, { signal });
  return openPublicStore({ ...engine, file, readOnly: true, wait: signal });
}

/** Whether rows that were made before, if any, were made from this record and not from another one. */
async function isOfThisRecord(store: EventStore, place: ReadModelPlace): Promise<boolean> {
  const last = lastRow(place);
  if (last === undefined) return true;
  const [entry] = await readEntries(store, last.index, 1);
  if (entry === undefined) return false;
  const there = decodePublicEntry(entry.text);
  return there.kind === 'event' && there.eventId === last.eventId;
}

/** The last row of the read models, if there are any that can be read. */
function lastRow(place: ReadModelPlace): ReturnType<typeof lastPublished> {
  try {
    const reader = ReadModelReader.open(place);
    try {
      return reader.read(lastPublished);
    } finally {
      reader.close();
    }
  } catch {
    // No rows, other rows, damaged rows: whatever it is, they are made anew.
    return undefined;
  }
}

/**
 * The public record and what is shown of it: follows the public file, which it cannot write, and keeps read
 * models of its own. Waits for the file, and begins again where something fails.
 */
export class PublicRecord implements ReadSide {
  readonly #options: PublicRecordOptions;
  readonly #stop = new AbortController();
  #following: Promise<void> | undefined;
  readonly #ready = Promise.withResolvers<undefined>();
  #opened: Opened | undefined;

  constructor(options: PublicRecordOptions) {
    this.#options = options;
  }

  /** Begins to follow the record; returns at once. */
  start(): void {
    this.#following = this.#follow(this.#stop.signal);
  }

  /** For whoever reads once: resolves when it can be read, and tells what ends that. @throws what keeps it from being opened */
  async open(): Promise<Readonly<{ ended: Promise<void> }>> {
    const ended = this.#followOnce(this.#stop.signal);
    this.#following = ended.catch(() => undefined);
    await Promise.race([ended, this.#ready.promise]);
    return { ended };
  }

  get isReady(): boolean {
    return this.#opened !== undefined;
  }

  position(): number {
    return this.#open().runner.position;
  }

  /** The position of the last entry that is published. @throws Problem `UNAVAILABLE` */
  head(): Promise<number> {
    return this.#open().head();
  }

  read<T>(query: (reads: Reads) => T): T {
    return this.#open().reader.read(query);
  }

  /** One state, to be read in pieces. @throws Problem `UNAVAILABLE` */
  snapshot(): Snapshot {
    return this.#open().reader.snapshot();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
  }

  /** @throws Problem `UNAVAILABLE` */
  #open(): Opened {
    if (this.#opened) return this.#opened;
    throw new Problem('UNAVAILABLE', {
      detail: 'The public record is not open yet. Send the request again after Retry-After seconds.',
      headers: { 'retry-after': '1' },
    });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    while (!signal.aborted) {
      try {
        await this.#followOnce(signal);
      } catch (error) {
        if (signal.aborted) return;
        logger.error({ err: error }, 'the public record cannot be followed; trying again');
        await setTimeout(tryAgainAfter, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #followOnce(signal: AbortSignal): Promise<void> {
    const { folder, logger } = this.#options;
    const store = await openStore(this.#options, signal);
    try {
      const place = { folder, models: feedReadModels };
      if (!(await isOfThisRecord(store, place))) {
        logger.warn('the public record is another one than before: reading it from the start');
        rmSync(folder, { recursive: true });
      }
      await this.#serve(store, place, signal);
    } finally {
      await store.close();
    }
  }

  async #serve(store: EventStore, place: ReadModelPlace, signal: AbortSignal): Promise<void> {
    const { events, log, tracing } = this.#options;
    const source = tracedSource(publicEvents(store), tracing);
    const runner = await ProjectionRunner.open({ ...place, source, signal });
    const reader = ReadModelReader.open(place);
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, ended.signal]);
    const running = [runner.run(stop), events.follow(store, stop), log.follow(store, stop)];
    try {
      const caughtUp = runner.whenCaughtUp(await source.head(), { timeoutMs: noTimeout, signal: stop });
      await Promise.race([...running, caughtUp]);
      this.#opened = { runner, reader, head: source.head };
      this.#ready.resolve(undefined);
      await Promise.race(running);
    } finally {
      this.#opened = undefined;
      ended.abort();
      await Promise.allSettled(running);
      reader.close();
      runner.close();
    }
  }
}
