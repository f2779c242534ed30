// Compiles apps and libs into dist, bundles the programs, and notes when: `npm start` builds again only after a
// source has changed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const stamp = join(root, 'dist', '.built');

/** Milliseconds; 0 where there is nothing. */
const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isSource = (path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$/.test(path);

const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];

/** What the feed's pages read beside their code: it lies beside the code again in what is built. */
const assets = join('apps', 'feed', 'src', 'assets');

function copyAssets() {
  for (const beside of [join('dist', 'apps', 'feed', 'src'), join('dist', 'bundle')])
    cpSync(join(root, assets), join(root, beside, 'assets'), { recursive: true });
}

const filesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

export function buildIsStale() {
  const builtAt = changedAt(stamp);
  const sources = [...filesIn('apps'), ...filesIn('libs')].filter(isSource);
  const inputs = [...settings.map((name) => join(root, name)), ...sources, ...filesIn(assets)];
  return builtAt === 0 || inputs.some((path) => changedAt(path) > builtAt);
}

/** Answers whether it compiled. What changes while it compiles makes the next build necessary. */
export async function build() {
  const startedAt = new Date();
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  console.error('Building …');
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) return false;
  // Loaded only here: a start that finds everything built does not wait for the bundler.
  const { bundle } = await import('./bundle.mjs');
  await bundle(join(root, 'dist'));
  copyAssets();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
  utimesSync(stamp, startedAt, startedAt);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = (await build()) ? 0 : 1;
