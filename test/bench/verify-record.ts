import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  Edge,
  encodeBundle,
  entriesPath,
  formatCheckpoint,
  formatNote,
  leafHash,
  newTiles,
  signatureTypes,
  signerOf,
  signNote,
  tilePath,
  tileWidth,
} from '#tlog';
import type { Hash } from '#tlog';

/*
 * A log as committees make it: what a ledger recorded of one committee of sixteen seats, from its founding to a
 * vote, again and again under other names. Every vote in it can be decided again.
 */

/** Benchmarks run compiled, below `dist`. */
const root = join(
  import.meta.dirname.split('/dist/')[0] ?? '',
  import.meta.dirname.includes('/dist/') ? '' : '../..',
);
const template = join(root, 'test/verifier-samples/records/example-meeting.ndjson');

const signer = signerOf('ledger.example.org/bench', signatureTypes.ed25519, Buffer.alloc(32, 7));
export const benchKey = signer.verifier.vkey;

function write(folder: string, path: string, bytes: Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** Entries without end: the committee's, with every id of its own. */
function* entriesOf(lines: readonly string[]): Generator<Buffer, never> {
  let position = 0;
  for (let n = 0; ; n++)
    for (const line of lines)
      yield Buffer.from(
        line
          .replaceAll('example-', `example${n}-`)
          .replace(/"position":\d+,/, () => `"position":${++position},`),
      );
}

/** Writes a signed log of so many entries into a folder. */
export async function writeBenchLog(folder: string, size: number): Promise<void> {
  const lines = (await readFile(template, 'utf8')).trimEnd().split('\n');
  const levels: Hash[][] = [];
  const edge = new Edge();
  const entries = entriesOf(lines);
  let bundle: Buffer[] = [];
  for (let index = 0; index < size; index++) {
    const entry = entries.next().value;
    bundle.push(entry);
    edge.append(leafHash(entry), (level, i, hash) => ((levels[level] ??= [])[i] = hash));
    if (bundle.length < tileWidth && index < size - 1) continue;
    const tile = Math.floor(index / tileWidth);
    write(folder, entriesPath({ index: tile, width: bundle.length }), encodeBundle(bundle));
    bundle = [];
  }
  for (const tile of newTiles(0, size)) {
    const from = tile.index * tileWidth;
    write(folder, tilePath(tile), Buffer.concat((levels[tile.level] ?? []).slice(from, from + tile.width)));
  }
  const text = formatCheckpoint({ origin: signer.verifier.name, size, root: edge.root() });
  write(folder, 'checkpoint', Buffer.from(formatNote({ text, signatures: [signNote(signer, text)] })));
}
