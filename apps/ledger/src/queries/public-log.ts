import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '#event-store';
import { subtreesFromTiles } from '#tlog';
import { openCoverage, openLogRecords, tilesIn } from '#transparency-log';
import type { CoverageStream, LogRecords, ProvingLog } from '#transparency-log';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

type Opened = Readonly<{ store: EventStore; coverage: CoverageStream; log: LogRecords }>;

/** The transparency log as far as it has come, for queries about single events. */
@Injectable()
export class PublicLog {
  #opened: Promise<Opened> | undefined;

  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  /** With all that is signed and cosigned by now. @throws Problem `UNAVAILABLE` while there is no public record yet */
  async current(): Promise<ProvingLog> {
    const { store, coverage, log } = await this.#open();
    await Promise.all([coverage.refresh(), log.refresh()]);
    const subtrees = (size: number) => subtreesFromTiles(size, tilesIn(this.ports.logTree));
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
    const store = await this.ports.publicStore();
    return { store, coverage: await openCoverage(store), log: await openLogRecords(store) };
  }
}
