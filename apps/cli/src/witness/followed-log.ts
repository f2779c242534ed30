import { setTimeout } from 'node:timers/promises';
import {
  MalformedCheckpoint,
  MalformedNote,
  parseCheckpoint,
  parseNote,
  tilePath,
  tileWidth,
  widthAt,
} from '#tlog';
import type { Verifier } from '#tlog';
import { Unreachable, Verification } from '#verifier';
import type { LogSource, Report } from '#verifier';
import type { Acceptance } from '#witness';
import { remarkLines } from '../verify/print.ts';

export type FollowedLogOptions = Readonly<{
  source: LogSource;
  logKeys: readonly Verifier[];
  /** The file in which the verification remembers what it has verified. */
  memory: string;
  /** Milliseconds between two looks at the checkpoint. */
  interval: number;
  /** Told what does not pass, or cannot be read. */
  onTrouble: (what: string) => void;
  /** Told how far it is. */
  onVerified: (size: number) => void;
}>;

/** Milliseconds that a tree may take from the ledger to the feed. */
const arrival = 3_000;
const pollInterval = 25;

/** The first that is wrong, or cannot be told: what, at which event and field, in one line. */
function reasonOf({ failures, cannotTell }: Report): string {
  const [first] = [...failures, ...cannotTell];
  return first
    ? remarkLines(first)
        .map((line) => line.trim())
        .join('; ')
    : '';
}

/** What keeps a log from being looked at, and may be over at the next look. */
const isPassing = (error: unknown): error is Error =>
  error instanceof Unreachable || error instanceof MalformedNote || error instanceof MalformedCheckpoint;

/** A log as its witness knows it: verified entry by entry, hashes and meaning, each only once. */
export class FollowedLog {
  readonly #options: FollowedLogOptions;
  readonly #verification: Verification;
  #turn: Promise<unknown> = Promise.resolve();
  #catchingUp = false;

  constructor(options: FollowedLogOptions) {
    this.#options = options;
    this.#verification = new Verification(options.memory);
  }

  get size(): number {
    return this.#verification.size;
  }

  /** Verifies what is published, so that little is left to be done when a cosignature is asked for. */
  async follow(signal: AbortSignal): Promise<void> {
    const { source, interval, onTrouble } = this.#options;
    for (let told = ''; !signal.aborted;) {
      const trouble = await this.#lookOnce(source).catch((error: unknown) => {
        if (isPassing(error)) return error.message;
        throw error;
      });
      if (trouble !== told && trouble !== '') onTrouble(trouble);
      told = trouble;
      await setTimeout(interval, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether a checkpoint may be cosigned. */
  async accept(note: string, size: number): Promise<Acceptance> {
    if (this.#catchingUp)
      return { verdict: 'cannot_tell', reason: `${this.size} entries are verified so far` };
    return this.#inTurn(async () => {
      if (size < this.size)
        return { verdict: 'cannot_tell', reason: `${this.size} entries are verified already` };
      try {
        if (!(await this.#hasArrived(size)))
          return { verdict: 'cannot_tell', reason: `the feed does not have ${size} entries yet` };
        const report = await this.#extend(note, false);
        return verdictOf(report);
      } catch (error) {
        if (error instanceof Unreachable) return { verdict: 'cannot_tell', reason: error.message };
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#turn;
    this.#verification.close();
  }

  /** What is wrong; empty where nothing is. */
  async #lookOnce(source: LogSource): Promise<string> {
    const note = (await source.read('checkpoint'))?.toString();
    if (note === undefined) return `${source.name} has no checkpoint yet`;
    const { size } = parseCheckpoint(parseNote(note).text);
    if (size <= this.size) return '';
    return this.#inTurn(async () => {
      if (size <= this.size) return '';
      this.#catchingUp = size - this.size > 10 * tileWidth;
      try {
        const report = await this.#extend(note, true);
        return report.verdict === 'verified' ? '' : reasonOf(report);
      } finally {
        this.#catchingUp = false;
      }
    });
  }

  async #extend(note: string, resumable: boolean): Promise<Report> {
    const { source, logKeys, onVerified } = this.#options;
    const report = await this.#verification.extend(source, note, { logKeys }, { resumable });
    if (report.verdict === 'verified') onVerified(this.size);
    return report;
  }

  /** The ledger may be asking before its feed has heard of it. */
  async #hasArrived(size: number): Promise<boolean> {
    const index = Math.floor((size - 1) / tileWidth);
    const path = tilePath({ level: 0, index, width: widthAt(0, index, size) });
    for (const deadline = Date.now() + arrival; ;) {
      if (await this.#options.source.read(path)) return true;
      if (Date.now() > deadline) return false;
      await setTimeout(pollInterval);
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function verdictOf(report: Report): Acceptance {
  switch (report.verdict) {
    case 'verified':
      return { verdict: 'accepted' };
    case 'not_verified':
      return { verdict: 'refused', reason: reasonOf(report) };
    case 'cannot_tell':
      return { verdict: 'cannot_tell', reason: reasonOf(report) };
  }
}
