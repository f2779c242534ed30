import { closeOnSignals, ConfigError, createLogger, Health, loadConfig } from '#platform';
import { createFeed } from './feed.ts';

/** @throws ConfigError, and what keeps the port from being opened */
async function run(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ service: 'feed', level: config.logLevel });
  const app = await createFeed({ config, logger });
  closeOnSignals({
    logger,
    drain: () => app.get(Health).drain(),
    delay: config.drainDelay,
    close: () => app.close(),
    timeout: config.shutdownTimeout,
  });
  await app.listen(config.feedPort, config.feedHost);
  logger.info({ url: await app.getUrl() }, 'listening');
  // To whoever started this process and waits.
  process.send?.('listening');
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
