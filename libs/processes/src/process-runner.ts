import { setTimeout } from 'node:timers/promises';
import { decode } from '#governance';
import { eventAt, start } from '#event-store';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { ProgressWaiter } from '#projections';
import type { WaitOptions } from '#projections';
import { CheckpointFile } from './checkpoint-file.ts';
import type { ProcessManager } from './process-manager.ts';

/** An event whose consequences could not be carried out this time. */
export type Failure = Readonly<{
  process: string;
  position: Position;
  type: string;
  attempt: number;
  error: unknown;
}>;

export type ProcessRunnerOptions = Readonly<{
  store: EventStore;
  /** Of the checkpoint; made when it is not there, in a folder that exists. */
  file: string;
  managers: readonly ProcessManager[];
  /** Called for every attempt that failed: the event is tried again until it succeeds. */
  onFailure: (failure: Failure) => void;
  /** Wait before the second attempt; it doubles up to `maxPause`. Milliseconds. */
  pause?: number;
  maxPause?: number;
}>;

/** Events that concern nobody are passed without a note; at most so many are read again after a crash. */
const unnoted = 1000;

/**
 * Gives every event to the managers that react to it, in order, one at a time, and notes how far it is. An event
 * whose consequences fail is tried again, and nothing after it before: consequences build on each other.
 */
export class ProcessRunner {
  readonly #options: ProcessRunnerOptions;
  readonly #checkpoint: CheckpointFile;
  readonly #byType: ReadonlyMap<string, readonly ProcessManager[]>;
  readonly #progress = new ProgressWaiter(start);

  constructor(options: ProcessRunnerOptions) {
    this.#options = options;
    this.#checkpoint = new CheckpointFile(options.file);
    const types = new Set<string>(options.managers.flatMap(({ reactsTo }) => reactsTo));
    this.#byType = new Map(
      [...types].map((type) => [
        type,
        options.managers.filter(({ reactsTo }) => (reactsTo as readonly string[]).includes(type)),
      ]),
    );
  }

  /** Up to where all consequences are recorded. */
  get position(): Position {
    return this.#progress.position;
  }

  /** Runs until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const after = await this.#start();
    this.#progress.advance(after);
    for await (const batch of this.#options.store.subscribe({ after, signal })) {
      for (const stored of batch) {
        if (signal.aborted) return;
        await this.#carryOut(stored, signal);
      }
    }
  }

  /** Resolves when the consequences of all events up to a position are recorded. @throws NotCaughtUp */
  whenReached(position: Position, options: WaitOptions): Promise<void> {
    return this.#progress.whenReached(position, options);
  }

  close(): void {
    this.#checkpoint.save(this.position);
    this.#checkpoint.close();
  }

  /** A checkpoint that is of no event of the store is of a later state of it, or of another: everything is looked at again. */
  async #start(): Promise<Position> {
    const { position } = this.#checkpoint;
    const isOfIt = position === start || (await eventAt(this.#options.store, position)) !== undefined;
    return isOfIt ? position : start;
  }

  async #carryOut(stored: RecordedEvent, signal: AbortSignal): Promise<void> {
    const managers = this.#byType.get(stored.type) ?? [];
    for (const manager of managers) await this.#untilDone(manager, stored, signal);
    if (signal.aborted && managers.length > 0) return;
    if (managers.length > 0 || stored.position - this.#checkpoint.position >= unnoted)
      this.#checkpoint.save(stored.position);
    this.#progress.advance(stored.position);
  }

  async #untilDone(manager: ProcessManager, stored: RecordedEvent, signal: AbortSignal): Promise<void> {
    const { pause = 100, maxPause = 30_000, onFailure } = this.#options;
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        return await manager.react(decode(stored));
      } catch (error) {
        const { position, type } = stored;
        onFailure({ process: manager.name, position, type, attempt, error });
      }
      const wait = Math.min(pause * 2 ** (attempt - 1), maxPause);
      await setTimeout(wait * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }
}
