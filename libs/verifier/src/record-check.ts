import { tileWidth } from '#tlog';
import { noOrder, Order } from './entries/order.ts';
import type { OrderState } from './entries/order.ts';
import { readEntry } from './entries/read-entry.ts';
import type { Bundle } from './log/bundles.ts';
import { Replay } from './meaning/replay.ts';
import type { Streams } from './meaning/streams.ts';
import { Findings } from './report/report.ts';
import type { Collected } from './report/report.ts';

/** What is gone on from, besides the streams. */
type Progress = Readonly<{ order: OrderState; open: readonly string[]; found: Collected }>;

const progressNote = 'record';
const beginning: Progress = { order: noOrder, open: [], found: new Findings().collected() };

/** What was found up to an entry, and what is found where the record ends with it. */
type Found = Readonly<{ found: Collected; atEnd: Collected }>;

/** Reads the entries one after another, replays them, and checks them (I1 to M17). */
export class RecordCheck {
  readonly #memory: Streams;
  #found = new Findings();
  #order = new Order(this.#found, noOrder);
  #replay: Replay;

  constructor(memory: Streams) {
    this.#memory = memory;
    this.#replay = this.#resumed();
  }

  /** The entries of a bundle from one on. */
  add({ index, entries }: Bundle, from: number): void {
    for (const [i, bytes] of entries.entries()) {
      const at = index * tileWidth + i;
      if (at < from) continue;
      this.#found.at = at;
      const entry = bytes && readEntry(bytes, at, this.#found);
      if (entry) this.#replay.add(entry, at);
    }
  }

  /** What was read becomes durable, and with it all else that was put into the memory. */
  keep(): void {
    const [order, open, found] = [this.#order.state(), this.#replay.open, this.#found.collected()];
    const progress: Progress = { order, open, found };
    this.#memory.putNote(progressNote, progress);
    this.#memory.commit();
  }

  /** Changes nothing: where the record goes on, its end is looked at anew. */
  finish(): Found {
    const atEnd = new Findings();
    this.#replay.finish(atEnd);
    return { found: this.#found.collected(), atEnd: atEnd.collected() };
  }

  rollBack(): void {
    this.#memory.rollBack();
    this.#replay = this.#resumed();
  }

  #resumed(): Replay {
    const { order, open, found } = this.#memory.note<Progress>(progressNote) ?? beginning;
    this.#found = Findings.from(found);
    this.#order = new Order(this.#found, order);
    return new Replay(this.#memory, this.#order, this.#found, open);
  }
}
