import { NoGeneration, OtherFingerprint, ProjectionFailed } from './errors.ts';
import { currentGeneration, fileOf, makeFolder, pointerStamp } from './folder.ts';
import { Generation } from './generation.ts';
import type { ReadModel } from './read-model.ts';
import { removeSuperseded } from './removal.ts';
import type { Sourced } from './source.ts';

export type ReadModelPlace = Readonly<{
  /** Holds the generations and the pointer to the current one; created when it is not there. */
  folder: string;
  models: readonly ReadModel[];
}>;

/** A generation with the stamp of the pointer that named it. */
type Current = Readonly<{ generation: Generation; stamp: string }>;

function openCurrent({ folder, models }: ReadModelPlace): Current {
  // The stamp first: a swap in between is noticed later.
  const stamp = pointerStamp(folder);
  const number = currentGeneration(folder);
  const generation = number === undefined ? undefined : Generation.open(fileOf(folder, number), models);
  if (!generation) throw new NoGeneration(folder);
  return { generation, stamp };
}

/** The one writing connection to the current generation. */
export class ReadModelWriter {
  readonly #place: ReadModelPlace;
  #current: Current;

  /** @throws NoGeneration, OtherFingerprint */
  static open(place: ReadModelPlace): ReadModelWriter {
    makeFolder(place.folder);
    const writer = new ReadModelWriter(place, openCurrent(place));
    removeSuperseded(place.folder);
    return writer;
  }

  private constructor(place: ReadModelPlace, current: Current) {
    this.#place = place;
    this.#current = current;
  }

  /** Of the last event whose rows are stored. */
  get position(): number {
    return this.#current.generation.position;
  }

  /**
   * Stores the rows of a batch and the new position in one transaction. Leaves out what is stored already.
   *
   * @returns the new position
   * @throws ProjectionFailed with everything stored that comes before the event
   */
  apply(batch: readonly Sourced[]): number {
    try {
      this.#store(batch);
    } catch (error) {
      if (error instanceof ProjectionFailed)
        this.#store(batch.filter(({ position }) => position < error.position));
      throw error;
    }
    return this.position;
  }

  close(): void {
    this.#current.generation.close();
  }

  /** A swap needs the write lock of the old generation: under that lock, the pointer stands still. */
  #store(batch: readonly Sourced[]): void {
    const isNamed = () => pointerStamp(this.#place.folder) === this.#current.stamp;
    while (!this.#current.generation.apply(batch, isNamed)) this.#follow();
  }

  /**
   * Goes on with the generation that the pointer names now. One of other read models belongs to a process
   * of another version that has not started yet: until then, the old one is served and kept up.
   */
  #follow(): void {
    const { folder } = this.#place;
    const stamp = pointerStamp(folder);
    try {
      const next = openCurrent(this.#place);
      this.#current.generation.close();
      this.#current = next;
      removeSuperseded(folder);
    } catch (error) {
      if (!(error instanceof OtherFingerprint)) throw error;
      this.#current = { generation: this.#current.generation, stamp };
    }
  }
}
