import { frameOf } from './frame.ts';
import type { StoredEntry } from '#public-record';

/** Frames as they are sent at a time. */
export type Page = Readonly<{ entries: number; bytes: Buffer }>;

export const pageOf = (frames: readonly Buffer[]): Page => ({
  entries: frames.length,
  bytes: Buffer.concat(frames),
});

/** Frames of the latest entries, which all readers that are up to date want at the same moment. */
export class RecentFrames {
  readonly #capacity: number;
  #frames: Buffer[] = [];
  #size = 0;
  /** The index of the first frame. */
  #first: number;
  /** What was asked for last. */
  #last: Readonly<{ index: number; end: number; bytes: number; page: Page }> | undefined;

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

  /**
   * Frames from an index on, up to a number of bytes; undefined where the index is older than what is kept. Those who
   * are up to date all ask the same: for them it is put together once.
   */
  from(index: number, bytes: number): Page | undefined {
    if (index < this.#first) return undefined;
    const last = this.#last;
    if (last?.index === index && last.end === this.end && last.bytes === bytes) return last.page;
    const page = pageOf(upTo(bytes, this.#frames.slice(index - this.#first)));
    this.#last = { index, end: this.end, bytes, page };
    return page;
  }
}

/** The first frames, at least one, up to a number of bytes. */
export function upTo(bytes: number, frames: readonly Buffer[]): readonly Buffer[] {
  let size = 0;
  const beyond = frames.findIndex((frame, i) => (size += frame.length) > bytes && i > 0);
  return beyond < 0 ? frames : frames.slice(0, beyond);
}
