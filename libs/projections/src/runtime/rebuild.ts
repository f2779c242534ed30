import { SourceEnded } from './errors.ts';
import { currentGeneration, fileOf, generationsIn, makeFolder, swapPointer } from './folder.ts';
import type { GenerationNumber } from './folder.ts';
import { canGoOn, headerOf } from './generation-file.ts';
import { Generation } from './generation.ts';
import { fingerprintOf } from './read-model.ts';
import { lockForRebuild } from './rebuild-lock.ts';
import { removeIfUnused, removeSuperseded } from './removal.ts';
import { isOf } from './source.ts';
import type { EventSource } from './source.ts';
import type { ReadModelPlace } from './writer.ts';

export type RebuildProgress = Readonly<{ position: number; head: number; resumedFrom: number }>;

export type RebuildOptions = ReadModelPlace &
  Readonly<{
    source: EventSource;
    onProgress?: ((progress: RebuildProgress) => void) | undefined;
    signal?: AbortSignal | undefined;
  }>;

/** Few enough to stay small in memory. */
const batchSize = 500;

type Shadow = Readonly<{ number: GenerationNumber; generation: Generation }>;

/** The generation that a killed rebuild left behind, or a new one; other leftovers are removed. */
async function openShadow({ folder, models }: ReadModelPlace, source: EventSource): Promise<Shadow> {
  const current = currentGeneration(folder) ?? 0;
  const unfinished = generationsIn(folder).filter((number) => number > current);
  for (const number of unfinished) {
    if (canGoOn(fileOf(folder, number), models)) {
      const generation = Generation.openToFill(fileOf(folder, number), models);
      if (await isOf(source, generation.position)) return { number, generation };
      generation.close();
    }
    removeIfUnused(folder, number);
  }
  const number = (unfinished.at(-1) ?? current) + 1;
  return { number, generation: Generation.openToFill(fileOf(folder, number), models) };
}

type Filling = Readonly<{
  source: EventSource;
  signal?: AbortSignal | undefined;
  report: (position: number, head: number) => void;
}>;

/** Applies events until the source has no more, or the signal is aborted. */
async function apply(shadow: Generation, { source, report }: Filling, signal: AbortSignal): Promise<void> {
  let head = await source.head();
  report(shadow.position, head);
  if (shadow.position >= head) return;
  for await (const batch of source.batches(shadow.position, { signal, batchSize })) {
    shadow.fill(batch);
    if (shadow.position >= head) head = await source.head();
    report(shadow.position, head);
    if (shadow.position >= head) return;
    signal.throwIfAborted();
  }
  signal.throwIfAborted();
  throw new SourceEnded(shadow.position, head);
}

/** Leaves the shadow with all events that the source has, or with those until it was interrupted. */
async function fill(shadow: Generation, filling: Filling): Promise<void> {
  const enough = new AbortController();
  const ended = AbortSignal.any([enough.signal, ...(filling.signal ? [filling.signal] : [])]);
  try {
    await apply(shadow, filling, ended);
  } finally {
    enough.abort();
    shadow.commit();
  }
}

/** The current generation, if it is of the same read models: somebody may be writing to it. */
function openOld({ folder, models }: ReadModelPlace): Generation | undefined {
  const current = currentGeneration(folder);
  if (current === undefined) return undefined;
  const file = fileOf(folder, current);
  const isOfThese = headerOf(file)?.fingerprint === fingerprintOf(models);
  return isOfThese ? Generation.open(file, models) : undefined;
}

/**
 * Makes the shadow current as soon as it is not behind the old generation, which is held for that moment: so
 * no reader sees the record go back. An old generation of another source tells of another record.
 */
async function handOver(folder: string, old: Generation | undefined, shadow: Shadow, filling: Filling) {
  const swap = () => swapPointer(folder, shadow.number);
  if (!old || !(await isOf(filling.source, old.position))) return swap();
  const swapIfCaughtUp = () => {
    if (shadow.generation.position < old.position) return false;
    swap();
    return true;
  };
  while (!old.holding(swapIfCaughtUp)) await fill(shadow.generation, filling);
}

/**
 * Fills a new generation beside the current one and swaps the pointer. Goes on where a killed rebuild stopped.
 * Processes that read or write the current generation go on, and follow the pointer.
 *
 * @returns the position of the new generation
 * @throws RebuildUnderWay when another process rebuilds the same folder
 * @throws ProjectionFailed at an event that a read model cannot take
 */
export async function rebuild({ source, onProgress, signal, ...place }: RebuildOptions): Promise<number> {
  makeFolder(place.folder);
  const lock = lockForRebuild(place.folder);
  try {
    const shadow = await openShadow(place, source);
    const resumedFrom = shadow.generation.position;
    const report = (position: number, head: number) => onProgress?.({ position, head, resumedFrom });
    const filling = { source, signal, report };
    const old = openOld(place);
    try {
      await fill(shadow.generation, filling);
      shadow.generation.serve();
      await handOver(place.folder, old, shadow, filling);
      return shadow.generation.position;
    } finally {
      old?.close();
      shadow.generation.close();
    }
  } finally {
    removeSuperseded(place.folder);
    lock.release();
  }
}
