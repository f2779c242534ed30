import type { Document } from './document.ts';

/** A document and until when it may be served without looking. */
type Cached = { document: Document; stamp: Stamp; freshUntil: number };

/** Where the read models stood, and whatever else a document was made from. */
export type Stamp = number | string;

/**
 * Versions of documents by the address that was asked for, the least recently used forgotten first.
 *
 * A document is current as long as the read models stand where they stood when it was made, and, where it
 * depends on the time, until then.
 */
export class DocumentCache {
  readonly #capacity: number;
  readonly #entries = new Map<string, Cached>();
  #size = 0;

  /** @param capacity bytes */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#size;
  }

  /** The document, if it is current. */
  current(address: string, stamp: Stamp, now: number): Document | undefined {
    const cached = this.#entries.get(address);
    if (cached?.stamp !== stamp || cached.freshUntil < now) return undefined;
    this.#entries.delete(address);
    this.#entries.set(address, cached);
    return cached.document;
  }

  /** Keeps a document; one with the same content that is there already is kept instead, with what was compressed. */
  keep(address: string, document: Document, stamp: Stamp, freshUntil: number): Document {
    const before = this.#entries.get(address)?.document;
    const same = before?.digest === document.digest ? before : undefined;
    this.#forget(address);
    const kept = same ?? document;
    this.#entries.set(address, { document: kept, stamp, freshUntil });
    this.#size += kept.size;
    this.#shrink();
    return kept;
  }

  #shrink(): void {
    for (const address of this.#entries.keys()) {
      if (this.#size <= this.#capacity) return;
      this.#forget(address);
    }
  }

  #forget(address: string): void {
    this.#size -= this.#entries.get(address)?.document.size ?? 0;
    this.#entries.delete(address);
  }
}
