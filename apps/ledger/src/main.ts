import {
  closeOnSignals,
  createLogger,
  Health,
  loadConfig,
  metricsIf,
  runService,
  tracingIf,
} from '#platform';
import { createLedgerApp } from './app.ts';
import { compose } from './composition.ts';
import { CommandTraces } from './tracing/command-traces.ts';

/** @throws ConfigError, and what keeps the store or the port from being opened */
async function run(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ service: 'ledger', level: config.logLevel });
  const metrics = await metricsIf(config.ledgerMetricsPort, 'ledger');
  const tracing = await tracingIf('ledger');
  const watchers = { metrics, tracing: tracing && new CommandTraces(tracing) };
  const { ports, project, close: closePorts } = await compose(config, logger, watchers);
  const app = await createLedgerApp(ports);
  const close = async (): Promise<void> => {
    await app.close();
    await closePorts();
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
    const at = { host: config.metricsHost, port: config.ledgerMetricsPort ?? 0 };
    logger.info({ url: await metrics.listen({ ...at, health: app.get(Health) }) }, 'metrics');
  }
  await app.listen({ port: config.ledgerPort, host: config.ledgerHost });
  logger.info({ url: await app.getUrl() }, 'listening');
  // To whoever started this process and waits.
  process.send?.('listening');
  project().catch((error: unknown) => {
    logger.fatal({ err: error }, 'the projector failed: the ledger stops');
    process.exit(1);
  });
}

await runService(run);
