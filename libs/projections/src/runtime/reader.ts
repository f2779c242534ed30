import type { Reads } from './reads.ts';
import type { ReadModelPlace } from './writer.ts';

/** A read-only connection to the current generation; follows a swapped pointer. */
export declare class ReadModelReader {
  /** @throws NoGeneration, OtherFingerprint */
  static open(place: ReadModelPlace): ReadModelReader;
  /** Runs queries on one consistent state: `reader.read((reads) => getBody(reads, id))`. */
  read<T>(query: (reads: Reads) => T): T;
  /** The position up to which the rows are known to be complete. */
  position(): number;
  close(): void;
}
