import { NoGeneration, OtherFingerprint } from './errors.ts';
import { ProgressWaiter } from './progress-waiter.ts';
import type { WaitOptions } from './progress-waiter.ts';
import { rebuild } from './rebuild.ts';
import type { RebuildOptions, RebuildProgress } from './rebuild.ts';
import { isOf } from './source.ts';
import type { EventSource } from './source.ts';
import { ReadModelWriter } from './writer.ts';
import type { ReadModelPlace } from './writer.ts';

export type RunnerOptions = ReadModelPlace &
  Readonly<{
    source: EventSource;
    /** After every batch. */
    onProgress?: ((position: number) => void) | undefined;
    /** While read models are rebuilt before they can be served. */
    onRebuild?: ((progress: RebuildProgress) => void) | undefined;
    /** Ends a rebuild. */
    signal?: AbortSignal | undefined;
  }>;

/** The writer of a generation that these models made from this source, or none. */
async function openUsable(place: ReadModelPlace, source: EventSource): Promise<ReadModelWriter | undefined> {
  try {
    const writer = ReadModelWriter.open(place);
    if (await isOf(source, writer.position)) return writer;
    writer.close();
    return undefined;
  } catch (error) {
    if (error instanceof NoGeneration || error instanceof OtherFingerprint) return undefined;
    throw error;
  }
}

async function openRebuilt(options: RebuildOptions): Promise<ReadModelWriter> {
  await rebuild(options);
  return ReadModelWriter.open(options);
}

/**
 * A transaction for a few events costs as much as one for many. Whoever waits for a position waits so much longer
 * at the most. Milliseconds.
 */
const linger = 8;

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/** Keeps the current generation up to date with its source. */
export class ProjectionRunner {
  readonly #writer: ReadModelWriter;
  readonly #source: EventSource;
  readonly #onProgress: ((position: number) => void) | undefined;
  readonly #progress: ProgressWaiter;

  /**
   * Rebuilds first where there is no generation, where its fingerprint differs, or where it was not made from
   * its source.
   */
  static async open(options: RunnerOptions): Promise<ProjectionRunner> {
    const { onProgress, onRebuild, ...rest } = options;
    const writer =
      (await openUsable(rest, rest.source)) ?? (await openRebuilt({ ...rest, onProgress: onRebuild }));
    return new ProjectionRunner(writer, rest.source, onProgress);
  }

  private constructor(
    writer: ReadModelWriter,
    source: EventSource,
    onProgress: ((position: number) => void) | undefined,
  ) {
    this.#writer = writer;
    this.#source = source;
    this.#onProgress = onProgress;
    this.#progress = new ProgressWaiter(writer.position);
  }

  get position(): number {
    return this.#progress.position;
  }

  /** Runs until the signal is aborted. @throws ProjectionFailed */
  async run(signal: AbortSignal): Promise<void> {
    try {
      for await (const batch of this.#source.batches(this.position, { signal, linger })) {
        this.#advance(this.#writer.apply(batch));
        if (signal.aborted) break;
      }
    } catch (error) {
      this.#progress.fail(asError(error));
      throw error;
    }
  }

  /** @throws NotCaughtUp; what stopped the projections, if they are stopped */
  whenCaughtUp(position: number, options: WaitOptions): Promise<void> {
    return this.#progress.whenReached(position, options);
  }

  close(): void {
    this.#writer.close();
  }

  #advance(position: number): void {
    this.#progress.advance(position);
    this.#onProgress?.(position);
  }
}
