import type { FastifyInstance } from 'fastify';
import { serveBlobs } from './blobs/blob-routes.ts';
import { DocumentCache } from './http/document-cache.ts';
import type { CopyOf } from './http/resource.ts';
import { serveResource } from './http/serve-resource.ts';
import type { Names, ReadSide } from './http/serve-resource.ts';
import type { PublishedLog } from './log/published-log.ts';
import { serveLog } from './log/serve-log.ts';
import { serveNoticeProof } from './log/serve-notice-proof.ts';
import { serveProofs } from './log/serve-proofs.ts';
import { serveOpenData } from './open-data/serve-open-data.ts';
import { languages, servePages } from './pages/index.ts';
import type { PublicRecord } from './record/public-record.ts';
import { serveResources } from './resources/index.ts';
import { robots, sitemap, sitemapIndex } from './sitemap/resources.ts';

/** What can be read is made from this. */
export type Readable = Readonly<{
  record: ReadSide & Pick<PublicRecord, 'snapshot'>;
  names: Names;
  log: Pick<PublishedLog, 'current' | 'coverageOf' | 'countersigningOf'>;
  /** The file of texts and files. */
  blobs: string;
  publicUrl: () => string;
  /** Where it is read from files, which answer no question. */
  copy?: CopyOf;
}>;

/** Bytes of documents kept ready to be sent. */
const cacheCapacity = 64 * 1024 * 1024;
/** Bytes of tiles and bundles of entries, likewise. */
const tileCacheCapacity = 32 * 1024 * 1024;

/** Every address of the record, besides that of what comes. */
export function serveRecord(fastify: FastifyInstance, { blobs, ...readable }: Readable): void {
  const { record, log, publicUrl } = readable;
  const serving = { ...readable, cache: new DocumentCache(cacheCapacity), languages };
  serveResources(fastify, serving);
  serveResource(fastify, sitemapIndex, serving);
  serveResource(fastify, sitemap, serving);
  serveResource(fastify, robots, serving);
  servePages(fastify, serving);
  serveLog(fastify, { log, cache: new DocumentCache(tileCacheCapacity), publicUrl });
  serveProofs(fastify, log);
  serveNoticeProof(fastify, { record, log });
  serveOpenData(fastify, readable);
  serveBlobs(fastify, blobs, record);
}
