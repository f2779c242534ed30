import { createLogger, loadConfig } from '../index.ts';
import type { Config, Environment, Logger } from '../index.ts';

/** A configuration for tests: any free ports, no limits, nothing logged. */
export const testConfig = (env: Environment = {}): Config =>
  loadConfig({
    MINUTEBOOK_LEDGER_PORT: '0',
    MINUTEBOOK_FEED_PORT: '0',
    MINUTEBOOK_LOG_LEVEL: 'silent',
    MINUTEBOOK_RATE_LIMIT: '0',
    MINUTEBOOK_AUTH_FAILURE_LIMIT: '0',
    ...env,
  });

/** A log that keeps nothing but what it is asked for. */
export const testLogger = (level = 'silent'): Logger => createLogger({ service: 'test', level });
