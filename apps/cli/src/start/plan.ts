import { loadConfig, settings } from '../../../../libs/platform/src/config/index.ts';
import type { Config } from '../../../../libs/platform/src/config/index.ts';
import { makeDataFolder } from '../data-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { freePort } from './ports.ts';
import type { ServiceOptions } from './service.ts';
import { urlOf } from './url-of.ts';

export type StartOptions = Readonly<{
  data?: string;
  ledgerPort?: string;
  feedPort?: string;
  empty?: boolean;
}>;

export type Plan = Readonly<{
  config: Config;
  folder: DataFolder;
  ledger: ServiceOptions;
  feed: ServiceOptions;
}>;

/** Milliseconds beyond its own limit that a service has to stop. */
const margin = 2_000;

const given = ({ data, ledgerPort, feedPort }: StartOptions): Readonly<Record<string, string>> => ({
  ...(data !== undefined && { [settings.data.name]: data }),
  ...(ledgerPort !== undefined && { [settings.ledgerPort.name]: ledgerPort }),
  ...(feedPort !== undefined && { [settings.feedPort.name]: feedPort }),
});

/**
 * What is to be started, by the environment and the options, which go first.
 *
 * @throws ConfigError, and Failure when a port is taken or the data folder cannot be made
 */
export async function planOf(options: StartOptions): Promise<Plan> {
  const config = loadConfig({ ...process.env, ...given(options) });
  const { ledgerHost, feedHost } = config;
  const ledgerPort = await freePort(ledgerHost, config.ledgerPort, '--ledger-port');
  const feedPort = await freePort(feedHost, config.feedPort, '--feed-port');
  const common = {
    patience: config.drainDelay + config.shutdownTimeout + margin,
    env: {
      [settings.logLevel.name]: process.env[settings.logLevel.name] ?? 'warn',
      [settings.data.name]: config.data,
      [settings.ledgerPort.name]: String(ledgerPort),
      [settings.feedPort.name]: String(feedPort),
    },
  };
  return {
    config,
    folder: makeDataFolder(config.data, config.sharedData),
    ledger: { ...common, name: 'ledger', url: urlOf(ledgerHost, ledgerPort) },
    feed: { ...common, name: 'feed', url: urlOf(feedHost, feedPort) },
  };
}
