import { Problem } from '#platform';
import { ledgerReadModels, ReadModelReader } from '#projections';
import type { Reads } from '#projections';

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

  /** @throws Problem `UNAVAILABLE` */
  read<T>(query: (reads: Reads) => T): T {
    if (!this.#reader) throw new Problem('UNAVAILABLE', { headers: { 'retry-after': '1' } });
    return this.#reader.read(query);
  }

  close(): void {
    this.#reader?.close();
  }
}
