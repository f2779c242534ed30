import { frameOf } from './frame.ts';
import type { StoredEntry } from '#public-record';

/** Frames of the latest entries, which all readers that are up to date want at the same moment. */
export class RecentFrames {
  readonly #capacity: number;
  #frames: Buffer[] = [];
  #size = 0;
  /** The index of the first frame. */
  #first: number;

  /**
   * @param first the index that the first frame will have
   * @param capacity bytes
   */
  constructor(first: number, capacity: number) {
    this.#first = first;
    this.#capacity = capacity;
  }

  /** The index that comes next. */
  get end(): number {
    return this.#first + this.#frames.length;
  }

  push(entries: readonly StoredEntry[]): void {
    for (const entry of entries) {
      const frame = frameOf(entry);
      this.#frames.push(frame);
      this.#size += frame.length;
    }
    let dropped = 0;
    while (this.#size > this.#capacity) this.#size -= this.#frames[dropped++]?.length ?? 0;
    this.#frames = this.#frames.slice(dropped);
    this.#first += dropped;
  }

  /** Frames from an index on, up to a number of bytes; undefined where the index is older than what is kept. */
  from(index: number, bytes: number): readonly Buffer[] | undefined {
    if (index < this.#first) return undefined;
    return upTo(bytes, this.#frames.slice(index - this.#first));
  }
}

/** The first frames, at least one, up to a number of bytes. */
export function upTo(bytes: number, frames: readonly Buffer[]): readonly Buffer[] {
  let size = 0;
  const beyond = frames.findIndex((frame, i) => (size += frame.length) > bytes && i > 0);
  return beyond < 0 ? frames : frames.slice(0, beyond);
}
