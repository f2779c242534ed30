import { settings } from './settings.ts';
import type { Setting } from './settings.ts';

export type Config = Readonly<{
  [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['parse']>;
}>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Some settings are wrong; `problems` has a sentence for each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What was set is told, and a password in it is not. */
const withoutPassword = (text: string): string => text.replace(/\/\/[^@]*@/, '//…@');

function read({ name, default: byDefault, parse }: Setting, env: Environment, problems: string[]): unknown {
  const text = env[name]?.trim() ?? '';
  try {
    return parse(text === '' ? byDefault : text);
  } catch (error) {
    problems.push(`${name} is "${withoutPassword(text)}": ${messageOf(error)}.`);
    return undefined;
  }
}

/** Ports that one process or two beside each other would open twice; 0 is any free one. */
function* sharedPorts(config: Config): Generator<string> {
  const taken = new Map<number, string>();
  for (const key of ['ledgerPort', 'feedPort', 'ledgerMetricsPort', 'feedMetricsPort'] as const) {
    const port = config[key] ?? 0;
    const other = taken.get(port);
    if (port !== 0 && other !== undefined)
      yield `${settings[key].name} and ${other} are both ${port}: give each a port of its own.`;
    taken.set(port, settings[key].name);
  }
}

/** Settings that make sense only together. */
function* contradictions(config: Config): Generator<string> {
  yield* sharedPorts(config);
  if (config.oidcIssuer !== undefined && config.oidcAudience === undefined)
    yield `${settings.oidcIssuer.name} is set and ${settings.oidcAudience.name} is not: give the audience that tokens for this ledger name.`;
  if (config.oidcIssuer === undefined && config.oidcAudience !== undefined)
    yield `${settings.oidcAudience.name} is set and ${settings.oidcIssuer.name} is not: give the issuer whose tokens are accepted.`;
  if (config.oidcRoles.length > 0 && config.oidcRoleClaim === undefined)
    yield `${settings.oidcRoles.name} is set and ${settings.oidcRoleClaim.name} is not: name the claim that holds the values.`;
  if (config.store === 'sqlite' && !['store', 'sqlite'].includes(config.vault))
    yield `${settings.vault.name} names a database and ${settings.store.name} is sqlite, whose backup has its keys from a file: leave it out.`;
  if (config.store === 'sqlite' && config.storePrefix !== '')
    yield `${settings.storePrefix.name} is set and ${settings.store.name} is sqlite, whose files are shared by nobody: leave it out.`;
}

/**
 * The configuration of a process, read from its environment.
 *
 * @throws ConfigError naming every wrong setting and what it accepts
 */
export function loadConfig(env: Environment = process.env): Config {
  const problems: string[] = [];
  const entries = Object.entries(settings).map(([key, one]) => [key, read(one, env, problems)]);
  if (problems.length > 0) throw new ConfigError(problems);
  const config = Object.fromEntries(entries) as Config;
  problems.push(...contradictions(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
