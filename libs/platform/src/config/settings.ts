import { eventStore, folder, hostName, nonEmpty, oneOf, optional, roleMap } from './parsers.ts';
import { logName, streamPrefix, trustedProxies, vault, webAddress, wholeNumber } from './parsers.ts';
import type { Parser } from './parsers.ts';

export type Setting<T = unknown> = Readonly<{
  /** The environment variable. */
  name: string;
  /** Its text where it is not set; empty: nothing. */
  default: string;
  meaning: string;
  parse: Parser<T>;
}>;

const setting = <T>(name: string, parse: Parser<T>, byDefault: string, meaning: string): Setting<T> => ({
  name: `MINUTEBOOK_${name}`,
  default: byDefault,
  meaning,
  parse,
});

const port = wholeNumber(0, 65_535);
const milliseconds = wholeNumber(0, 600_000);

/** Every setting of every process: the README's table is this one. */
export const settings = {
  data: setting(
    'DATA',
    folder,
    './data',
    'Folder that holds the record, the public record and the read models.',
  ),
  store: setting(
    'STORE',
    eventStore,
    'sqlite',
    'Where events are kept: `sqlite`, files in the data folder; or the connection string of a KurrentDB or EventStoreDB (`kurrentdb://user:password@host:2113?tls=true`).',
  ),
  storePrefix: setting(
    'STORE_PREFIX',
    streamPrefix,
    '',
    'Begins the names of all streams in that database, so that several ledgers can share it: `board_`.',
  ),
  vault: setting(
    'VAULT',
    vault,
    'store',
    'Where keys of persons are kept: `store`, with the events; `sqlite`, a file in the shared folder; or the connection string of another database.',
  ),
  sharedData: setting(
    'SHARED_DATA',
    optional(folder),
    '',
    'Folder with texts, keys and public names, which all processes on one database share; by default the data folder.',
  ),
  ledgerHost: setting('LEDGER_HOST', hostName, '127.0.0.1', 'Address on which the ledger listens.'),
  ledgerPort: setting('LEDGER_PORT', port, '3000', 'Port of the ledger; 0 takes any free one.'),
  feedHost: setting('FEED_HOST', hostName, '127.0.0.1', 'Address on which the feed listens.'),
  feedPort: setting('FEED_PORT', port, '3001', 'Port of the feed; 0 takes any free one.'),
  publicUrl: setting(
    'PUBLIC_URL',
    optional(webAddress),
    '',
    'Address at which the public reaches the feed; links in feeds start with it. Without it, the address on which it listens.',
  ),
  logOrigin: setting(
    'LOG_ORIGIN',
    optional(logName),
    '',
    'Name of the transparency log: its public address without the scheme. Only a log that begins takes it; it keeps it for ever.',
  ),
  witnessPolicy: setting(
    'WITNESS_POLICY',
    optional(nonEmpty),
    '',
    'File with the witnesses of the log and their quorum (C2SP tlog-policy, without `log` lines). Each is asked to cosign every checkpoint.',
  ),
  partyWitnesses: setting(
    'PARTY_WITNESSES',
    oneOf('demanded', 'asked'),
    'demanded',
    'Whether the published policy demands the witnesses that bodies appointed. They are asked in any case.',
  ),
  witnessPatience: setting(
    'WITNESS_PATIENCE',
    wholeNumber(0, 60_000),
    '500',
    'Milliseconds that a checkpoint waits for witnesses that answered last time, before it is published without them. Later cosignatures are added.',
  ),
  witnessWait: setting(
    'WITNESS_WAIT',
    oneOf('no', 'yes'),
    'no',
    'Whether checkpoints wait until the policy is satisfied, however long. With `yes`, a witness that is away stops publication, not the recording.',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'How much is logged. `debug` logs every request.',
  ),
  bodyLimit: setting(
    'BODY_LIMIT',
    wholeNumber(1_024, 16_777_216),
    '262144',
    'Bytes of a request body; a larger one is refused.',
  ),
  rateLimit: setting(
    'RATE_LIMIT',
    wholeNumber(0, 100_000_000),
    '12000',
    'Requests a minute from one address; 0 lifts the limit.',
  ),
  authFailureLimit: setting(
    'AUTH_FAILURE_LIMIT',
    wholeNumber(0, 1_000_000),
    '60',
    'Requests a minute with a wrong key or token from one address; 0 lifts the limit. Lifting it lets anyone guess as fast as the server answers.',
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    trustedProxies,
    'none',
    'Proxies whose X-Forwarded-For is believed: `none`, a number of hops, or their networks. Trusting too many lets a client choose its address and pass the limits.',
  ),
  minPositionTimeout: setting(
    'MIN_POSITION_TIMEOUT',
    milliseconds,
    '5000',
    'Milliseconds that a read with `minPosition` waits for the read models.',
  ),
  shutdownTimeout: setting(
    'SHUTDOWN_TIMEOUT',
    milliseconds,
    '10000',
    'Milliseconds that requests under way have when the process is asked to stop.',
  ),
  drainDelay: setting(
    'DRAIN_DELAY',
    milliseconds,
    '0',
    'Milliseconds for which a process that is asked to stop goes on answering, while `/health/ready` says 503: until a load balancer has noticed.',
  ),
  readyLag: setting(
    'READY_LAG',
    wholeNumber(0, 1_000_000_000),
    '10000',
    'Events that read models may be behind before `/health/ready` says 503; 0 lifts the limit.',
  ),
  readyCheckpointWait: setting(
    'READY_CHECKPOINT',
    wholeNumber(0, 86_400),
    '0',
    'Seconds that entries may wait for their checkpoint before `/health/ready` says 503; 0 lifts the limit: recording goes on without one.',
  ),
  metricsHost: setting('METRICS_HOST', hostName, '127.0.0.1', 'Address on which metrics are served.'),
  ledgerMetricsPort: setting(
    'LEDGER_METRICS_PORT',
    optional(port),
    '',
    'Port of `/metrics` of the ledger, for Prometheus; 0 takes any free one. Without it, none are made.',
  ),
  feedMetricsPort: setting(
    'FEED_METRICS_PORT',
    optional(port),
    '',
    'The same of the feed. They are never on the port that the public reaches.',
  ),
  oidcIssuer: setting(
    'OIDC_ISSUER',
    optional(webAddress),
    '',
    'Issuer of OIDC access tokens. Whoever controls it can act as every enrolled person.',
  ),
  oidcAudience: setting('OIDC_AUDIENCE', optional(nonEmpty), '', 'Audience that a token must name.'),
  oidcJwksUrl: setting(
    'OIDC_JWKS_URL',
    optional(webAddress),
    '',
    "Address of the issuer's keys; without it, the one that the issuer's discovery document names.",
  ),
  oidcClockTolerance: setting(
    'OIDC_CLOCK_TOLERANCE',
    wholeNumber(0, 600),
    '30',
    'Seconds by which clocks may differ when a token is checked.',
  ),
  oidcRoleClaim: setting(
    'OIDC_ROLE_CLAIM',
    optional(nonEmpty),
    '',
    'Claim of a token whose values stand for roles, besides the roles that were granted.',
  ),
  oidcRoles: setting(
    'OIDC_ROLES',
    roleMap,
    '',
    'What the values of that claim stand for: `desk=secretary:cssc,auditors=auditor`.',
  ),
} as const;

/** The settings as a table: what the README shows. */
export const settingsTable: readonly Readonly<{ name: string; default: string; meaning: string }>[] =
  Object.values(settings).map(({ name, default: byDefault, meaning }) => ({
    name,
    default: byDefault,
    meaning,
  }));
