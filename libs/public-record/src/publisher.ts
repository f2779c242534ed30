import type { BlobStore } from '#blobs';
import { decode } from '#governance';
import type { Recorded } from '#governance';
import { EventIdTaken, start, WrongExpectedRevision } from '#event-store';
import type { EventStore, NewEvent, Position, RecordedEvent } from '#event-store';
import { blobReferences } from './blob-references.ts';
import { chunksOf } from './chunks.ts';
import { encodeEntry } from './encode-entry.ts';
import { countEntries, ledgerNote, numberOf } from './entries.ts';
import { entryOf } from './entry-of.ts';
import { publicRecordStream } from './entry.ts';
import { tailOf } from './tail.ts';
import type { Tail } from './tail.ts';
import { isPublic } from './visibility.ts';

/** The ledger's blobs, and those that anyone may read. */
export type PublisherBlobs = Readonly<{
  ledger: Pick<BlobStore, 'get'>;
  public: Pick<BlobStore, 'put' | 'has'>;
}>;

export type PublisherPorts = Readonly<{
  ledger: EventStore;
  publicStore: EventStore;
  /** Without them, no text is published beside the record. */
  blobs?: PublisherBlobs;
  /** Told how far the record is: once where it begins, then with every batch. */
  onAdvance?: (tail: Tail) => void;
}>;

/** Entries share the fsync of their batch. Milliseconds. */
const linger = 8;

const isLostRace = (error: unknown): boolean =>
  error instanceof WrongExpectedRevision || error instanceof EventIdTaken;

/** An entry ready to be appended, with its ledger position and the blobs to which it refers. */
type Prepared = NewEvent & Readonly<{ position: Position; blobs: readonly string[] }>;

const publicBlobs = (recorded: Recorded): readonly string[] =>
  isPublic(recorded) ? blobReferences(recorded) : [];

function prepared(event: RecordedEvent, index: number): Prepared {
  const { position } = event;
  const number = numberOf(index);
  const recorded = decode({ ...event, position: number });
  const metadata = ledgerNote(position, number);
  return { position, blobs: publicBlobs(recorded), ...encodeEntry(entryOf(recorded)), metadata };
}

const beginning: Tail = { entries: 0, position: start };

/**
 * Turns each ledger event into one entry of the public record, in the ledger's order.
 *
 * Any number may run over the same stores: every append names the revision that it follows, so one of them
 * wins and the others read on from there. Stopping or crashing anywhere loses and repeats nothing.
 */
export class Publisher {
  readonly #ports: PublisherPorts;
  #tail: Tail | undefined;

  constructor(ports: PublisherPorts) {
    this.#ports = ports;
  }

  /** The ledger position up to which the record is known to be public; undefined until `run` has looked. */
  get position(): Position | undefined {
    return this.#tail?.position;
  }

  /**
   * Publishes until the signal is aborted or the ledger is closed.
   *
   * @throws PublicRecordDiverged, EntryTooLarge, and what the stores throw
   */
  async run(signal: AbortSignal): Promise<void> {
    for (let lost = true; lost && !signal.aborted;) {
      this.#advance(await tailOf(this.#ports.ledger, this.#ports.publicStore));
      lost = await this.#publishFrom(this.#tail ?? beginning, signal);
    }
  }

  /** Ends with true when another publisher was faster. */
  async #publishFrom({ position: after }: Tail, signal: AbortSignal): Promise<boolean> {
    for await (const batch of this.#ports.ledger.subscribe({ after, signal, linger })) {
      const { entries } = this.#tail ?? beginning;
      for (const chunk of chunksOf(batch.map((event, i) => prepared(event, entries + i)))) {
        if (signal.aborted) return false;
        await this.#publishBlobs(chunk);
        if (!(await this.#append(chunk))) return true;
      }
    }
    return false;
  }

  /** Before the entries that refer to them. What the ledger does not hold, or no more, is published without. */
  async #publishBlobs(chunk: readonly Prepared[]): Promise<void> {
    const { blobs } = this.#ports;
    if (!blobs) return;
    for (const sha256 of new Set(chunk.flatMap((entry) => entry.blobs))) {
      const blob = (await blobs.public.has(sha256)) ? undefined : await blobs.ledger.get(sha256);
      if (blob) await blobs.public.put(blob.bytes, blob.mediaType);
    }
  }

  /** False when another publisher was faster. */
  async #append(chunk: readonly Prepared[]): Promise<boolean> {
    const { entries, position } = this.#tail ?? beginning;
    const expected = entries === 0 ? 'noStream' : entries - 1;
    try {
      const { lastRevision } = await this.#ports.publicStore.append(publicRecordStream, expected, chunk);
      this.#advance({ entries: lastRevision + 1, position: chunk.at(-1)?.position ?? position });
      return true;
    } catch (error) {
      if (!isLostRace(error) || (await countEntries(this.#ports.publicStore)) === entries) throw error;
      return false;
    }
  }

  #advance(tail: Tail): void {
    this.#tail = tail;
    this.#ports.onAdvance?.(tail);
  }
}
