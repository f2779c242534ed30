import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/*
 * What lies in a folder of read models: generations, numbered upwards, and a pointer file with the name of
 * the current one. Smaller numbers are left over; a larger one is being filled.
 */

export type GenerationNumber = number;

const pointer = 'current';
const namePattern = /^generation-(\d+)\.sqlite/;
const nameOf = (generation: GenerationNumber): string =>
  `generation-${String(generation).padStart(6, '0')}.sqlite`;

export const fileOf = (folder: string, generation: GenerationNumber): string =>
  join(folder, nameOf(generation));

/** All generations of which a file is there, ascending. */
export function generationsIn(folder: string): readonly GenerationNumber[] {
  const numbers = readdirSync(folder).flatMap((name) => {
    const match = namePattern.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** undefined before the first generation; from then on there always is one. */
export function currentGeneration(folder: string): GenerationNumber | undefined {
  const file = join(folder, pointer);
  if (!existsSync(file)) return undefined;
  const match = namePattern.exec(readFileSync(file, 'utf8'));
  return match ? Number(match[1]) : undefined;
}

/** Changes whenever the pointer is replaced: far cheaper than reading it. */
export function pointerStamp(folder: string): string {
  const stat = statSync(join(folder, pointer), { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeMs}` : '';
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names in a folder durable. Windows opens no folders, and needs none of it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Names the current generation: whoever reads the pointer finds the old name or the new one, whole. */
export function swapPointer(folder: string, generation: GenerationNumber): void {
  const temporary = join(folder, `${pointer}.new`);
  writeDurably(temporary, `${nameOf(generation)}\n`);
  renameSync(temporary, join(folder, pointer));
  syncFolder(folder);
}

export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
};

/** The database last: without it, the files beside it mean nothing. */
export function deleteGeneration(folder: string, generation: GenerationNumber): void {
  for (const suffix of ['-wal', '-shm', '-journal', ''])
    rmSync(`${fileOf(folder, generation)}${suffix}`, { force: true });
}
