import { Problem } from '#platform';
import { isOf, ledgerReadModels, NoGeneration, OtherFingerprint, ReadModelReader } from '#projections';
import type { EventSource, Reads } from '#projections';

/** A reader of read models that may still have to be made: until then, reads are asked to come again. */
export class LazyReader {
  readonly #folder: string;
  #reader: ReadModelReader | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(): void {
    this.#reader ??= ReadModelReader.open({ folder: this.#folder, models: ledgerReadModels });
  }

  /**
   * Opens what an earlier run of the ledger left, unless other read models made it, or it knows what the record
   * does not know any more.
   *
   * @returns the position up to which they are complete; -1 where there is nothing to read yet
   */
  async openIfMade(source: EventSource): Promise<number> {
    try {
      const reader = ReadModelReader.open({ folder: this.#folder, models: ledgerReadModels });
      const position = reader.position();
      const isGood = await isOf(source, position);
      if (isGood) this.#reader = reader;
      else reader.close();
      return isGood ? position : -1;
    } catch (error) {
      if (error instanceof NoGeneration || error instanceof OtherFingerprint) return -1;
      throw error;
    }
  }

  /** @throws Problem `UNAVAILABLE` */
  read<T>(query: (reads: Reads) => T): T {
    if (!this.#reader) throw new Problem('UNAVAILABLE', { headers: { 'retry-after': '1' } });
    return this.#reader.read(query);
  }

  close(): void {
    this.#reader?.close();
  }
}
