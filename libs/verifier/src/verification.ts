import type { Checkpoint } from '#tlog';
import { checkAuthenticity } from './log/authenticity.ts';
import { bundles } from './log/bundles.ts';
import type { Bundle } from './log/bundles.ts';
import type { LogSource } from './log/source.ts';
import { emptyTree, TreeCheck } from './log/tree-check.ts';
import type { SeenTree, TreeState } from './log/tree-check.ts';
import type { Trust } from './log/trust.ts';
import { putAway } from './meaning/streams.ts';
import type { Streams } from './meaning/streams.ts';
import { RecordCheck } from './record-check.ts';
import { Findings, inOrder } from './report/report.ts';
import type { Collected, Remark, Report } from './report/report.ts';
import { Memory } from './state/memory.ts';

/** What a verification of the log goes on from; that of the record keeps its own. */
type Progress = Readonly<{ tree: TreeState; found: Collected }>;

const progressNote = 'progress';
const beginning: Progress = { tree: emptyTree, found: new Findings().collected() };

/** Bundles after which what was verified is made durable: some twenty thousand entries. */
const bundlesToCommit = 80;
/** Bundles that are missing one after another, after which the rest is not looked for. */
const hopeless = 8;

export type ExtendOptions = Readonly<{
  /** Entries that are verified, of so many. */
  onProgress?: (done: number, total: number) => void;
  /**
   * Makes what is read durable every twenty thousand entries, before the root is known: for one long run that may be
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
type Run = Readonly<{ tree: TreeCheck; found: Findings }>;

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
  readonly #record: RecordCheck;
  #progress: Progress;

  /** @param memory a file's path, what `snapshot` gave, or nothing for one that is lost with the process */
  constructor(memory?: string | Buffer) {
    this.#memory = new Memory(memory, putAway);
    this.#record = new RecordCheck(this.#memory);
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
      const next = { tree: run.tree.state(), found: run.found.collected() };
      // What belongs to the end of this record only, and is looked at anew where it goes on.
      await run.tree.finish(root, findings);
      const { found, atEnd } = this.#record.finish();
      findings.add(atEnd);
      findings.add(inOrder([next.found, found]));
      if (findings.verdict === 'verified') this.#keep(next);
      else this.#rollBack();
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  async #run(source: LogSource, seen: SeenTree | undefined): Promise<Run> {
    const found = Findings.from(this.#progress.found);
    return { found, tree: await TreeCheck.of(source, found, this.#progress.tree, seen) };
  }

  async #read(source: LogSource, size: number, run: Run, { onProgress, resumable }: ExtendOptions) {
    const { tree, found } = run;
    let [missing, since] = [0, 0];
    for await (const bundle of bundles(source, this.size, size, found)) {
      const known = tree.size;
      await tree.add(bundle);
      this.#record.add(bundle, known);
      onProgress?.(tree.size, size);
      missing = notThere(bundle) ? missing + 1 : 0;
      if (missing === hopeless) return;
      if (resumable && ++since % bundlesToCommit === 0)
        this.#keep({ tree: tree.state(), found: found.collected() });
    }
  }

  #keep(progress: Progress): void {
    this.#memory.putNote(progressNote, progress);
    this.#record.keep();
    this.#progress = progress;
  }

  #rollBack(): void {
    this.#record.rollBack();
  }
}
