import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createFastifyApp } from '#platform';
import type { Config, Logger } from '#platform';
import { DirectoryReader } from '#privacy';
import { serveBlobs } from './blobs/blob-routes.ts';
import { serveEvents } from './events/event-routes.ts';
import { EventStream } from './events/event-stream.ts';
import type { EventStreamOptions } from './events/event-stream.ts';
import { FeedModule } from './feed.module.ts';
import { allowAllOrigins } from './http/cors.ts';
import { DocumentCache } from './http/document-cache.ts';
import { PublishedLog } from './log/published-log.ts';
import { serveLog } from './log/serve-log.ts';
import { serveNoticeProof } from './log/serve-notice-proof.ts';
import { serveProofs } from './log/serve-proofs.ts';
import { serveOpenData } from './open-data/serve-open-data.ts';
import { languages, servePages } from './pages/index.ts';
import { PublicRecord } from './record/public-record.ts';
import { serveResource } from './http/serve-resource.ts';
import { robots, sitemap, sitemapIndex } from './sitemap/resources.ts';
import { serveResources } from './resources/index.ts';

export type FeedOptions = Readonly<{
  config: Config;
  logger: Logger;
  events?: Partial<EventStreamOptions>;
}>;

/** Bytes of documents kept ready to be sent. */
const cacheCapacity = 64 * 1024 * 1024;
/** Bytes of tiles and bundles of entries, likewise. */
const tileCacheCapacity = 32 * 1024 * 1024;

/** Where the feed listens, for links on a machine that has no public address for it. */
function listeningUrl(app: NestFastifyApplication, { feedHost, feedPort }: Config): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' ? (address?.port ?? feedPort) : feedPort;
  const host = feedHost === '0.0.0.0' || feedHost === '::' ? 'localhost' : feedHost;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * The feed: reads the public record, holds no secret and has no way to write it.
 *
 * Documents are served by Fastify routes of their own, without Nest's layers around each request: they are
 * bytes and headers that stand ready.
 */
export async function createFeed({ config, logger, events }: FeedOptions): Promise<NestFastifyApplication> {
  const stream = new EventStream(events);
  const log = new PublishedLog(join(config.data, 'feed', 'log'), logger);
  const record = new PublicRecord({
    file: join(config.data, 'public', 'public.sqlite'),
    folder: join(config.data, 'feed'),
    events: stream,
    log,
    logger,
  });
  const names = new DirectoryReader(join(config.data, 'public', 'directory.sqlite'));
  const app = await createFastifyApp(FeedModule.of(record, stream, names), { config, logger });
  const fastify = app.getHttpAdapter().getInstance();
  const publicUrl = () => config.publicUrl ?? listeningUrl(app, config);
  allowAllOrigins(fastify);
  const serving = { record, names, log, cache: new DocumentCache(cacheCapacity), publicUrl, languages };
  serveResources(fastify, serving);
  serveResource(fastify, sitemapIndex, serving);
  serveResource(fastify, sitemap, serving);
  serveResource(fastify, robots, serving);
  servePages(fastify, serving);
  serveLog(fastify, { log, cache: new DocumentCache(tileCacheCapacity), publicUrl });
  serveProofs(fastify, log);
  serveNoticeProof(fastify, { record, log });
  serveOpenData(fastify, { record, names, log, publicUrl });
  serveBlobs(fastify, join(config.data, 'public', 'blobs.sqlite'), record);
  serveEvents(fastify, stream);
  return app;
}
