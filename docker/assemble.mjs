// Puts into a folder what the image holds, and nothing else: the bundled programs, what they read beside them, and
// the few packages with native code that no bundle can hold.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { external } from '../apps/cli/bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What the programs read at run time. `npm start`'s leash is loaded by its own path. */
const files = ['package.json', 'dist/bundle', 'dist/apps/cli/src/start/leash.js', 'apps/cli/reference'];

/** Packages whose files are served as they are: the pages of `/docs`. */
const served = ['swagger-ui-dist'];

/** Sources and build scripts of native code, and its builds for other machines. */
const unneeded = [
  /^node_modules\/better-sqlite3\/(deps|src|binding\.gyp)/,
  /^node_modules\/better-sqlite3\/prebuilds\/(?!linux-)/,
  /\.(map|d\.ts|md)$/,
  // Tells its maker that it was installed.
  /^node_modules\/@scarf\//,
];

/** Where Node finds a package from another one. */
function folderOf(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(found)) return found;
    if (folder === root) return undefined;
  }
}

/** A package and all that it needs; optional ones as far as they are there. */
function closure(name, from, seen = new Set()) {
  const folder = folderOf(name, from);
  if (folder === undefined || seen.has(folder)) return seen;
  seen.add(folder);
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
    closure(needed, folder, seen);
  return seen;
}

export function assemble(target) {
  const packages = [...external.filter((name) => name in manifest.dependencies), ...served];
  const folders = packages.flatMap((name) => [...closure(name, root)]);
  for (const path of [...files, ...folders.map((folder) => relative(root, folder))])
    cpSync(join(root, path), join(target, path), {
      recursive: true,
      filter: (source) => !unneeded.some((pattern) => pattern.test(relative(root, source))),
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) assemble(process.argv[2] ?? 'image');
