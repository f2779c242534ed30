import type { EventStore } from '#event-store';
import { subtreesFromTiles } from '#tlog';
import { openCoverage, openLogRecords, tilesIn } from '#transparency-log';
import type { CoverageStream, LogRecords, ProvingLog } from '#transparency-log';

type Places = Readonly<{ publicStore: () => Promise<EventStore>; logTree: string }>;

type Opened = Readonly<{ store: EventStore; coverage: CoverageStream; log: LogRecords }>;

/** The transparency log as far as it has come, for whoever asks about single events. */
export class PublicLog {
  #opened: Promise<Opened> | undefined;

  constructor(private readonly places: Places) {}

  /** With all that is signed and cosigned by now. @throws Problem `UNAVAILABLE` while there is no public record yet */
  async current(): Promise<ProvingLog> {
    const { store, coverage, log } = await this.#open();
    await Promise.all([coverage.refresh(), log.refresh()]);
    const subtrees = (size: number) => subtreesFromTiles(size, tilesIn(this.places.logTree));
    return { store, coverage: coverage.state, state: log.state, subtrees };
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#openStore().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #openStore(): Promise<Opened> {
    const store = await this.places.publicStore();
    return { store, coverage: await openCoverage(store), log: await openLogRecords(store) };
  }
}
