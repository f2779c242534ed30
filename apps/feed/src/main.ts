import { closeOnSignals, ConfigError, createLogger, loadConfig } from '#platform';
import { createFeed } from './feed.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ service: 'feed', level: config.logLevel });
  const app = await createFeed({ config, logger });
  closeOnSignals({ logger, close: () => app.close(), timeout: config.shutdownTimeout });
  await app.listen(config.feedPort, config.feedHost);
  logger.info({ url: await app.getUrl() }, 'the feed listens');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
