import type { Engine } from '#engines';
import type { OriginOptions, WitnessingOptions } from '#transparency-log';

/** What the projector thread is given. Paths are absolute. */
export type ProjectorData = Readonly<{
  engine: Engine;
  ledgerStore: string;
  blobs: string;
  publicStore: string;
  publicBlobs: string;
  readModels: string;
  logKeys: string;
  logTree: string;
  /** What the log is called. */
  logOrigin?: OriginOptions;
  witnessing?: Pick<WitnessingOptions, 'policy' | 'demandsParties' | 'patience' | 'waits'>;
}>;

/** What it tells. */
export type ProjectorMessage =
  /** There is a generation of read models that can be read, complete up to this position. */
  | Readonly<{ kind: 'opened'; position: number }>
  /** The read models are complete up to this position. */
  | Readonly<{ kind: 'advanced'; position: number }>
  /** They are made anew before they can be read. */
  | Readonly<{ kind: 'rebuilding'; position: number; head: number }>
  /** The public record has so many entries, the last of them of this ledger position. */
  | Readonly<{ kind: 'published'; entries: number; position: number }>
  /** The latest checkpoint of the transparency log. */
  | Readonly<{ kind: 'sealed'; size: number; publishedAt: string }>
  /** Something that the operator should know, and that stops nothing. */
  | Readonly<{ kind: 'warned'; severity: 'warn' | 'error'; message: string; detail: object }>;

/** What it is told: to finish and let go of its files. */
export type ProjectorRequest = Readonly<{ kind: 'stop' }>;
