import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createFastifyApp, RequestTraces } from '#platform';
import type { Config, Logger, Metrics, Tracing } from '#platform';
import { DirectoryReader } from '#privacy';
import { serveEvents } from './events/event-routes.ts';
import { EventStream } from './events/event-stream.ts';
import type { EventStreamOptions } from './events/event-stream.ts';
import { FeedModule } from './feed.module.ts';
import { feedHealth } from './health/feed-health.ts';
import { allowAllOrigins } from './http/cors.ts';
import { PublishedLog } from './log/published-log.ts';
import { PublicRecord } from './record/public-record.ts';
import { recordPlace } from './record/record-place.ts';
import { serveRecord } from './serve-record.ts';

export type FeedOptions = Readonly<{
  config: Config;
  logger: Logger;
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
  events?: Partial<EventStreamOptions>;
}>;

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
export async function createFeed({
  config,
  logger,
  metrics,
  tracing,
  events,
}: FeedOptions): Promise<NestFastifyApplication> {
  const stream = new EventStream(events);
  const log = new PublishedLog(join(config.data, 'feed', 'log'), logger);
  const { engine, file, names: directory, blobs } = recordPlace(config);
  const record = new PublicRecord({
    engine,
    file,
    folder: join(config.data, 'feed'),
    events: stream,
    log,
    logger,
    tracing,
  });
  const names = new DirectoryReader(directory);
  const health = feedHealth(config, record, log);
  const app = await createFastifyApp(FeedModule.of(record, stream, names, health), {
    config,
    logger,
    metrics,
    traces: tracing && new RequestTraces(tracing),
  });
  const fastify = app.getHttpAdapter().getInstance();
  const publicUrl = () => config.publicUrl ?? listeningUrl(app, config);
  allowAllOrigins(fastify);
  serveRecord(fastify, { record, names, log, blobs, publicUrl });
  serveEvents(fastify, stream);
  return app;
}
