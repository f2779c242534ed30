// `npm start`, `npm run minutebook`: builds if needed, then runs the program in this very process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildIsStale, root } from './build.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 15)) {
  console.error(`Minutebook needs Node 24.15 or newer; this is ${process.versions.node}.`);
  console.error('On Linux and Windows `npm ci` brings it along for npm scripts. On macOS install it first.');
  process.exitCode = 1;
} else if (buildIsStale() && !(await build())) {
  console.error('The build failed; nothing was run.');
  process.exitCode = 1;
} else {
  await import(pathToFileURL(join(root, 'dist', 'bundle', 'minutebook.js')).href);
}
