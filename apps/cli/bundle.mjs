// Bundles the compiled programs: Node spends more time finding and linking some thousand small files than those
// files need to run, and a start is to take less than two seconds.
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Programs, and the worker threads that they start by the name of a file beside their own. */
const inputs = (dist) => ({
  minutebook: join(dist, 'apps', 'cli', 'src', 'main.js'),
  ledger: join(dist, 'apps', 'ledger', 'src', 'main.js'),
  feed: join(dist, 'apps', 'feed', 'src', 'main.js'),
  publish: join(dist, 'apps', 'feed', 'src', 'publish', 'main.js'),
  worker: join(dist, 'apps', 'ledger', 'src', 'projector', 'worker.js'),
  writer: join(dist, 'libs', 'event-store-sqlite', 'src', 'writer.js'),
});

/** Native code, and what NestJS looks for and does without. */
export const external = [
  'better-sqlite3',
  '@kurrent/kurrentdb-client',
  /^@nestjs\/(microservices|websockets|platform-express)(\/|$)/,
  '@fastify/multipart',
  '@fastify/view',
];

/**
 * An import of node:http by name touches all that it exports, and so loads a whole second client, for WebSockets,
 * that nobody uses here: a tenth of a second in every process. Asked for as an object, it does not.
 */
const wholeBuiltins = {
  name: 'whole-builtins',
  resolveId: (id) => (/^(node:)?https?$/.test(id) ? `\0builtin:${id.replace('node:', '')}` : null),
  load: (id) =>
    id.startsWith('\0builtin:')
      ? `module.exports = process.getBuiltinModule(${JSON.stringify(id.slice('\0builtin:'.length))});`
      : null,
};

/** The numbering plans of the world's telephones, which class-validator brings along for a check that we never use. */
const noTelephones = {
  name: 'no-telephones',
  resolveId: (id) => (id.startsWith('libphonenumber-js') ? '\0telephones' : null),
  load: (id) => (id === '\0telephones' ? 'module.exports = {};' : null),
};

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One character outside ASCII makes Node read a file half as fast, and keep it twice as large. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle: (_options, files) => {
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = file.code.replace(/[\u0080-\uffff]/g, escaped);
  },
};

/** Writes `dist/bundle`. All files lie flat in it, so that a worker is found from whichever file starts it. */
export async function bundle(dist) {
  const build = await rolldown({
    input: inputs(dist),
    platform: 'node',
    external,
    plugins: [wholeBuiltins, noTelephones, asciiOnly],
  });
  await build.write({
    dir: join(dist, 'bundle'),
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
}
