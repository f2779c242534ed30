import type { ReadModel } from './read-model.ts';
import type { Sourced } from './source.ts';

export type ReadModelPlace = Readonly<{
  /** Holds the generations and the pointer to the current one; created when it is not there. */
  folder: string;
  models: readonly ReadModel[];
}>;

/** The one writing connection to the current generation. */
export declare class ReadModelWriter {
  /** @throws NoGeneration, OtherFingerprint */
  static open(place: ReadModelPlace): ReadModelWriter;
  /** Of the last event whose rows are stored. */
  get position(): number;
  /** Stores the rows of a batch and the new position in one transaction. Leaves out what is stored already. */
  apply(batch: readonly Sourced[]): number;
  close(): void;
}
