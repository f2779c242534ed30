import type { EventSource } from './source.ts';
import type { ReadModelPlace } from './writer.ts';

export type RebuildProgress = Readonly<{ position: number; head: number; resumedFrom: number }>;

export type RebuildOptions = ReadModelPlace &
  Readonly<{
    source: EventSource;
    onProgress?: (progress: RebuildProgress) => void;
    signal?: AbortSignal;
  }>;

/**
 * Fills a new generation beside the current one and swaps the pointer. Goes on where a killed rebuild stopped.
 *
 * @returns the position of the new generation
 * @throws RebuildUnderWay when another process rebuilds the same folder
 */
export declare function rebuild(options: RebuildOptions): Promise<number>;
