import { spawnSync } from 'node:child_process';
import { testDatabase } from '../../libs/event-store-kurrentdb/src/testing/database.ts';

/**
 * `npm run test:kurrentdb [PATH…]`: the contract of an event store, the end-to-end tests and the crash tests, on a
 * KurrentDB. Nothing but the configuration differs from `npm test`. Streams have names of their own, and go at the
 * end.
 */
const suites = [
  'libs/event-store-kurrentdb',
  'libs/engines',
  'apps/cli/src/copy',
  'apps/ledger/.*\\.e2e\\.spec',
  'apps/feed/.*\\.e2e\\.spec',
  'test/crash',
  'test/scale-out',
];

/** Every append goes over the network, and in a cluster to a quorum. Milliseconds. */
const patient = ['--testTimeout=180000'];

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): number =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const database = await testDatabase('the tests with KurrentDB');
if (database) {
  const { connectionString, end } = database;
  const env = { KURRENTDB_URL: connectionString, MINUTEBOOK_STORE: connectionString };
  const paths = process.argv.length > 2 ? process.argv.slice(2) : suites;
  const built = run('npm', ['run', '-s', 'build'], {});
  process.exitCode = built === 0 ? run('npm', ['run', '-s', 'jest', '--', ...patient, ...paths], env) : built;
  await end();
}
