import { tileWidth } from '#tlog';
import type { Checkpoint } from '#tlog';
import { noOrder, Order } from './entries/order.ts';
import type { OrderState } from './entries/order.ts';
import { readEntry } from './entries/read-entry.ts';
import { checkAuthenticity } from './log/authenticity.ts';
import { bundles } from './log/bundles.ts';
import type { Bundle } from './log/bundles.ts';
import type { LogSource } from './log/source.ts';
import { emptyTree, TreeCheck } from './log/tree-check.ts';
import type { SeenTree, TreeState } from './log/tree-check.ts';
import type { Trust } from './log/trust.ts';
import { Replay } from './meaning/replay.ts';
import { putAway } from './meaning/streams.ts';
import type { Streams } from './meaning/streams.ts';
import { Findings } from './report/report.ts';
import type { Collected, Remark, Report } from './report/report.ts';
import { Memory } from './state/memory.ts';

/** What a verification goes on from, besides the streams. */
type Progress = Readonly<{
  tree: TreeState;
  order: OrderState;
  open: readonly string[];
  found: Collected;
}>;

const progressNote = 'progress';
const beginning: Progress = {
  tree: emptyTree,
  order: noOrder,
  open: [],
  found: new Findings().collected(),
};

/** Bundles after which what was verified is made durable: some ten thousand entries. */
const bundlesToCommit = 40;
/** Bundles that are missing one after another, after which the rest is not looked for. */
const hopeless = 8;

export type ExtendOptions = Readonly<{
  /** Entries that are verified, of so many. */
  onProgress?: (done: number, total: number) => void;
  /**
   * Makes what is read durable every ten thousand entries, before the root is known: for one long run that may be
   * killed and is to go on. Without, memory moves on only when everything up to the checkpoint is verified.
   */
  resumable?: boolean;
  /** The last tree that this auditor saw of the log, where memory does not reach back to it (K1, K2). */
  seen?: SeenTree;
}>;

const smaller = (size: number, last: number): Remark => ({
  check: 'K1',
  code: 'ROLLED_BACK',
  message: `the log has ${size} entries and had ${last} before: it was rolled back to an older state`,
  place: { path: 'checkpoint' },
  expected: `at least ${last}`,
  found: size,
});

/** What an `extend` works with: made of the progress before it, and what the next progress is made of. */
type Run = Readonly<{ tree: TreeCheck; order: Order; replay: Replay; found: Findings }>;

const notThere = ({ entries }: Bundle): boolean => entries.every((entry) => entry === undefined);

/**
 * What one verifier has made of one log, from nothing or from an earlier checkpoint, entry by entry.
 *
 * A witness keeps one of these. `extend` verifies what came since the tree that it has: signatures, every new
 * entry against every tile, the root, and the meaning of each event. If all of it is in order, memory moves on to
 * the larger tree; if not, it stays where it was, and the report says what failed. That the new tree extends the
 * old one needs no proof beside: it is built on the old tree's own edge, and its root comes out only if it does.
 * Memory is a file (durable when `extend` answers), or bytes that `snapshot` gives and the constructor takes.
 */
export class Verification {
  readonly #memory: Streams;
  #progress: Progress;

  /** @param memory a file's path, what `snapshot` gave, or nothing for one that is lost with the process */
  constructor(memory?: string | Buffer) {
    this.#memory = new Memory(memory, putAway);
    this.#progress = this.#memory.note<Progress>(progressNote) ?? beginning;
  }

  /** Entries up to which memory goes. */
  get size(): number {
    return this.#progress.tree.size;
  }

  /**
   * Verifies a log up to a checkpoint, from where memory stands. A smaller checkpoint fails (K1).
   *
   * @param note the signed checkpoint, as it is served
   * @throws Unreachable where the log cannot be read on
   */
  async extend(source: LogSource, note: string, trust: Trust, options: ExtendOptions = {}): Promise<Report> {
    const findings = new Findings();
    const checkpoint = checkAuthenticity(note, trust, findings);
    if (!checkpoint) return findings.report({});
    const { origin, size, root } = checkpoint;
    const seen = Math.max(this.size, options.seen?.size ?? 0);
    if (seen > 0) findings.made('K1');
    if (size < seen) findings.fail(smaller(size, seen));
    if (size >= this.size) await this.#extendTo(source, checkpoint, findings, options);
    return findings.report({ origin, size, root: root.toString('base64') });
  }

  /** Everything that is in memory, as bytes. */
  snapshot(): Buffer {
    return this.#memory.snapshot();
  }

  close(): void {
    this.#memory.close();
  }

  async #extendTo(source: LogSource, { size, root }: Checkpoint, findings: Findings, options: ExtendOptions) {
    try {
      const run = await this.#run(source, options.seen);
      await this.#read(source, size, run, options);
      const next = this.#next(run);
      // What belongs to the end of this record only, and is looked at anew where it goes on.
      await run.tree.finish(root, findings);
      run.replay.finish(findings);
      findings.add(run.found.collected());
      if (findings.verdict === 'verified') this.#keep(next);
      else this.#memory.rollBack();
    } catch (error) {
      this.#memory.rollBack();
      throw error;
    }
  }

  async #run(source: LogSource, seen: SeenTree | undefined): Promise<Run> {
    const found = Findings.from(this.#progress.found);
    const order = new Order(found, this.#progress.order);
    const tree = await TreeCheck.of(source, found, this.#progress.tree, seen);
    return { found, order, tree, replay: new Replay(this.#memory, order, found, this.#progress.open) };
  }

  async #read(source: LogSource, size: number, run: Run, { onProgress, resumable }: ExtendOptions) {
    let [missing, since] = [0, 0];
    for await (const bundle of bundles(source, this.size, size, run.found)) {
      await this.#bundle(bundle, run);
      onProgress?.(run.tree.size, size);
      missing = notThere(bundle) ? missing + 1 : 0;
      if (missing === hopeless) return;
      if (resumable && ++since % bundlesToCommit === 0) this.#keep(this.#next(run));
    }
  }

  async #bundle(bundle: Bundle, { tree, replay, found }: Run): Promise<void> {
    const { index, entries } = bundle;
    const known = tree.size;
    await tree.add(bundle);
    for (const [i, bytes] of entries.entries()) {
      const at = index * tileWidth + i;
      const entry = bytes && at >= known ? readEntry(bytes, at, found) : undefined;
      if (entry) replay.add(entry, at);
    }
  }

  #next({ tree, order, replay, found }: Run): Progress {
    return { tree: tree.state(), order: order.state(), open: replay.open, found: found.collected() };
  }

  #keep(progress: Progress): void {
    this.#memory.putNote(progressNote, progress);
    this.#memory.commit();
    this.#progress = progress;
  }
}
