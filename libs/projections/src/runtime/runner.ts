import type { WaitOptions } from './progress-waiter.ts';
import type { EventSource } from './source.ts';
import type { ReadModelPlace } from './writer.ts';

export type RunnerOptions = ReadModelPlace &
  Readonly<{ source: EventSource; onProgress?: (position: number) => void }>;

/** Keeps the current generation up to date with its source. */
export declare class ProjectionRunner {
  /** Rebuilds first where there is no generation or its fingerprint differs. */
  static open(options: RunnerOptions & Readonly<{ signal?: AbortSignal }>): Promise<ProjectionRunner>;
  get position(): number;
  /** Runs until the signal is aborted. @throws ProjectionFailed */
  run(signal: AbortSignal): Promise<void>;
  whenCaughtUp(position: number, options: WaitOptions): Promise<void>;
  close(): void;
}
