import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('there is no package.json above the program');
  return rootAbove(parent);
}

/** The folder of the checkout, whether the program runs from its sources or from `dist`. */
export const root = rootAbove(import.meta.dirname);

/** A file of `apps/cli/reference`. */
export const referenceFile = (name: string): string => join(root, 'apps', 'cli', 'reference', name);
