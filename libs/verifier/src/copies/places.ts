import { decodePublicEntry } from '#public-record';
import type { PublicEntry } from '#public-record';
import { MalformedCheckpoint, MalformedNote, parseCheckpoint, parseNote, tileWidth } from '#tlog';
import { bundles } from '../log/bundles.ts';
import { Unreachable } from '../log/source.ts';
import type { LogSource } from '../log/source.ts';
import { Findings } from '../report/report.ts';

/** An entry of a copy, as it stands there; nothing of it is checked. */
export type Place = Readonly<{ index: number; bytes: Buffer }>;

/** How many entries a copy says that it has. @throws Unreachable where there is no checkpoint to read it from */
export async function sizeOf(source: LogSource): Promise<number> {
  const note = await source.read('checkpoint');
  if (!note) throw new Unreachable(`${source.name} has no checkpoint`);
  try {
    return parseCheckpoint(parseNote(note.toString()).text).size;
  } catch (error) {
    if (error instanceof MalformedNote || error instanceof MalformedCheckpoint)
      throw new Unreachable(`${source.name}/checkpoint: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The entries of a copy from one on, in their order. @throws Unreachable at one that is not there */
export async function* placesOf(source: LogSource, from = 0): AsyncGenerator<Place> {
  const size = await sizeOf(source);
  for await (const { index, entries } of bundles(source, from, size, new Findings()))
    for (const [i, bytes] of entries.entries()) {
      const at = index * tileWidth + i;
      if (!bytes) throw new Unreachable(`${source.name} has no entry ${at}`);
      if (at >= from) yield { index: at, bytes };
    }
}

/** Reads an entry. @throws Unreachable where it is none that this program knows */
export function entryAt({ index, bytes }: Place, source: LogSource): PublicEntry {
  try {
    return decodePublicEntry(bytes.toString());
  } catch (error) {
    throw new Unreachable(`entry ${index} of ${source.name}: ${(error as Error).message}`, { cause: error });
  }
}
