import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Bundle } from '../log/bundles.ts';
import type { Streams } from '../meaning/streams.ts';
import { inOrder } from '../report/report.ts';
import { batchOf } from './batch.ts';
import type { Answer, Asked, ThreadOptions } from './protocol.ts';
import { RecordCheck } from './record-check.ts';
import type { Found } from './record-check.ts';
import { shareOf } from './share.ts';

/** Tests run from the sources, which Node strips of their types. */
const fromSource = import.meta.url.endsWith('.ts');

const start = (options: ThreadOptions): Worker =>
  new Worker(new URL(fromSource ? './record-thread.ts' : './record-thread.js', import.meta.url), {
    workerData: options,
    ...(fromSource && { execArgv: ['--conditions=source'] }),
  });

type Waiting = Readonly<{ resolve: (answer: unknown) => void; reject: (error: Error) => void }>;

/** One thread, asked one thing after another. */
class RecordThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failure: Error | undefined;

  constructor(options: ThreadOptions) {
    this.#worker = start(options);
    this.#worker.on('message', ({ answer }: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#end(error as Error));
    this.#worker.on('exit', () => this.#end(new Error('a thread of the verification ended')));
  }

  ask(asked: Asked): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(asked);
    });
  }

  /** It ends when it has done what it was asked before. */
  close(): void {
    this.#worker.postMessage({ ask: 'close' } satisfies Asked);
  }

  #end(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** Each thread takes some seventy megabytes, of three hundred in all. */
const mostThreads = 2;
/** Threads need some seconds of work each before they are worth their start. */
const entriesForThreads = 50_000;

/** How many threads are worth it for so many entries, the caller's own among them. */
export const threadsFor = (entries: number): number =>
  entries < entriesForThreads ? 1 : Math.min(availableParallelism(), mostThreads);

/** Bundles that are handed over at once, and batches that may be under way: some ten megabytes in all. */
const batchSize = 8;
const underWay = 2;

/**
 * The checks of a record on this thread and on others, with the same result as on this one. Every thread replays every
 * event, for any may be read by the decisions of another; what costs most, to decide again, each does for its share
 * of the streams.
 */
export class RecordThreads {
  readonly #own: RecordCheck;
  readonly #others: readonly RecordThread[];
  #batch: Bundle[] = [];
  #from = 0;
  #added: Promise<unknown>[] = [];

  /**
   * @param count of threads, with this one
   * @param memory of this thread
   * @param file beside which the others keep theirs; nothing where they keep none
   */
  constructor(count: number, memory: Streams, file: string | undefined) {
    this.#own = new RecordCheck(memory, shareOf(0, count));
    this.#others = Array.from({ length: count - 1 }, (_, i) => {
      const one = i + 1;
      return new RecordThread({ one, of: count, memory: file === undefined ? ':memory:' : `${file}-${one}` });
    });
  }

  /** Entries up to which all memories go; undefined where one was killed before it was as far as the others. */
  async size(): Promise<number | undefined> {
    const sizes = new Set([this.#own.size, ...((await this.#ask({ ask: 'size' })) as readonly number[])]);
    return sizes.size === 1 ? this.#own.size : undefined;
  }

  async add(bundle: Bundle, from: number): Promise<void> {
    if (this.#batch.length === 0) this.#from = from;
    this.#batch.push(bundle);
    if (this.#batch.length < batchSize) return;
    await this.#hand();
    if (this.#added.length > underWay) await this.#added.shift();
  }

  async keep(): Promise<void> {
    await this.#ask({ ask: 'keep' });
    this.#own.keep();
  }

  async finish(): Promise<Found> {
    const others = (await this.#ask({ ask: 'finish' })) as readonly Found[];
    const all = [this.#own.finish(), ...others];
    return {
      found: inOrder(all.map(({ found }) => found)),
      atEnd: inOrder(all.map(({ atEnd }) => atEnd)),
    };
  }

  async rollBack(): Promise<void> {
    this.#batch = [];
    await this.#ask({ ask: 'rollBack' });
    this.#own.rollBack();
  }

  async forget(): Promise<void> {
    await this.#ask({ ask: 'forget' });
    this.#own.forget();
  }

  close(): void {
    for (const thread of this.#others) thread.close();
    this.#own.close();
  }

  /** The batch to the others first, that they work while this thread does. */
  async #hand(): Promise<void> {
    const [bundles, from] = [this.#batch, this.#from];
    this.#batch = [];
    const batch = batchOf(bundles);
    const added = Promise.all(this.#others.map((thread) => thread.ask({ ask: 'add', batch, from })));
    // Whoever awaits it is told; nobody else is.
    added.catch(() => undefined);
    this.#added.push(added);
    for (const bundle of bundles) this.#own.add(bundle, from);
    // Answers are heard between two batches.
    await setImmediate();
  }

  async #ask(asked: Asked): Promise<readonly unknown[]> {
    if (this.#batch.length > 0) await this.#hand();
    await Promise.all(this.#added.splice(0));
    return Promise.all(this.#others.map((thread) => thread.ask(asked)));
  }
}
