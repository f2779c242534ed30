// Bundles the compiled programs: Node spends more time finding and linking some thousand small files than those
// files need to run, and a start is to take less than two seconds.
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Programs, and the worker threads that they start by the name of a file beside their own. */
const inputs = (dist) => ({
  minutebook: join(dist, 'apps', 'cli', 'src', 'main.js'),
  ledger: join(dist, 'apps', 'ledger', 'src', 'main.js'),
  feed: join(dist, 'apps', 'feed', 'src', 'main.js'),
  worker: join(dist, 'apps', 'ledger', 'src', 'projector', 'worker.js'),
  writer: join(dist, 'libs', 'event-store-sqlite', 'src', 'writer.js'),
});

/** Native code, and what NestJS looks for and does without. */
const external = [
  'better-sqlite3',
  '@kurrent/kurrentdb-client',
  /^@nestjs\/(microservices|websockets|platform-express)(\/|$)/,
  '@fastify/multipart',
  '@fastify/view',
];

/** Writes `dist/bundle`. All files lie flat in it, so that a worker is found from whichever file starts it. */
export async function bundle(dist) {
  const build = await rolldown({ input: inputs(dist), platform: 'node', external });
  await build.write({
    dir: join(dist, 'bundle'),
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
}
