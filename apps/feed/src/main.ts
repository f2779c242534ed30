import {
  closeOnSignals,
  createLogger,
  Health,
  loadConfig,
  metricsIf,
  runService,
  tracingIf,
} from '#platform';
import { EventStream } from './events/event-stream.ts';
import { createFeed } from './feed.ts';

/** @throws ConfigError, and what keeps the port from being opened */
async function run(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ service: 'feed', level: config.logLevel });
  const metrics = await metricsIf(config.feedMetricsPort, 'feed');
  const tracing = await tracingIf('feed');
  const app = await createFeed({ config, logger, metrics, tracing });
  const close = async (): Promise<void> => {
    await app.close();
    await metrics?.close();
    await tracing?.close();
  };
  closeOnSignals({
    logger,
    drain: () => app.get(Health).drain(),
    delay: config.drainDelay,
    close,
    timeout: config.shutdownTimeout,
  });
  if (metrics) {
    const readers = () => app.get(EventStream).readers;
    const at = { host: config.metricsHost, port: config.feedMetricsPort ?? 0 };
    logger.info({ url: await metrics.listen({ ...at, health: app.get(Health), readers }) }, 'metrics');
  }
  await app.listen(config.feedPort, config.feedHost);
  logger.info({ url: await app.getUrl() }, 'listening');
  // To whoever started this process and waits.
  process.send?.('listening');
}

await runService(run);
