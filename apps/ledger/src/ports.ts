import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { BlobStore } from '#blobs';
import type { EventStore } from '#event-store';
import type { Config, Covering, Logger, Metrics } from '#platform';
import type { Directory, Mentions, Vault } from '#privacy';
import type { ReadModelReader, WaitOptions } from '#projections';
import { RehearsableWriter, StreamWriter } from '#recording';
import type { CommandTraces } from './tracing/command-traces.ts';
import { PublicLog } from './public-log.ts';
import { NameWatch } from './persons/name-watch.ts';

/** How far the read models are. */
export type Progress = Readonly<{
  position: number;
  /** @throws NotCaughtUp */
  whenReached: (position: number, options: WaitOptions) => Promise<void>;
}>;

/** How far the public record and its log are. */
export type Publication = Readonly<{
  /** The ledger position of the last published entry; -1 while that is not known. */
  position: number;
  covering: Covering;
}>;

/** What the composition root gives the application. */
export type Ports = Readonly<{
  config: Config;
  logger: Logger;
  metrics?: Metrics | undefined;
  tracing?: CommandTraces | undefined;
  store: EventStore;
  /** The public record, to be read. @throws Problem `UNAVAILABLE` while it is not there yet */
  publicStore: () => Promise<EventStore>;
  /** Texts and files to which events refer. */
  blobs: BlobStore;
  /** Those of them that anyone may read. */
  publicBlobs: BlobStore;
  /** Keys of persons. */
  vault: Vault;
  /** Names of persons that are public. */
  directory: Directory;
  /** Which renditions name which persons. */
  mentions: Mentions;
  /** The file that notes how far the process managers are. */
  processes: string;
  /** The folder with the hashes of the log's tree, to be read. */
  logTree: string;
  reader: Pick<ReadModelReader, 'read'>;
  progress: Progress;
  publication: () => Publication;
}>;

/** Injects the ports: `@Inject(PORTS) ports: Ports`. */
export const PORTS = Symbol('ports');

/** What every module of the ledger may use. */
@Global()
@Module({})
export class PortsModule {
  static with(ports: Ports): DynamicModule {
    const watch = new NameWatch(ports);
    const providers = [
      { provide: PORTS, useValue: ports },
      { provide: PublicLog, useValue: new PublicLog(ports) },
      { provide: RehearsableWriter, useValue: new RehearsableWriter(ports.store, watch.inspect) },
      { provide: StreamWriter, useExisting: RehearsableWriter },
    ];
    return { module: PortsModule, providers, exports: providers };
  }
}
