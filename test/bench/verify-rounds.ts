import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBundle, entriesPath, leafHash, parseCheckpoint, parseNote, tileWidth } from '#tlog';
import { folderSource, trustKeys, Verification } from '#verifier';
import { keepHeapSmall } from '../../apps/cli/src/heap.ts';
import { alternate, perSecond, rate } from './measure.ts';
import type { Measured } from './measure.ts';
import { benchKey } from './verify-record.ts';

/*
 * `verify-rounds FOLDER`: verifies the log in the folder, again and again. A process of its own, so that its memory
 * is that of a verification.
 */

const rounds = 3;
const megabyte = 1024 * 1024;

/** What any reader of all entries must do at least: every byte read, hashed and parsed. */
function bare(folder: string, size: number): number {
  let parsed = 0;
  for (let index = 0; index * tileWidth < size; index++) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    for (const entry of decodeBundle(readFileSync(join(folder, entriesPath({ index, width })))))
      if (leafHash(entry).length > 0 && JSON.parse(entry.toString()) !== null) parsed++;
  }
  return parsed;
}

async function verified(folder: string, note: string): Promise<void> {
  const verification = new Verification(join(folder, 'memory.sqlite'));
  const report = await verification.extend(folderSource(folder), note, trustKeys([benchKey]), {
    resumable: true,
  });
  verification.close();
  if (report.verdict !== 'verified') throw new Error(JSON.stringify(report.failures[0]));
}

/** Resident set at its highest since the process began, in megabytes. */
const peakMemory = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / megabyte);

async function measure(folder: string): Promise<Measured> {
  const note = readFileSync(join(folder, 'checkpoint'), 'utf8');
  const { size } = parseCheckpoint(parseNote(note).text);
  const fromNothing = async (): Promise<void> => {
    for (const name of readdirSync(folder)) if (name.startsWith('memory')) rmSync(join(folder, name));
    await verified(folder, note);
  };
  await fromNothing();
  const memory = peakMemory();
  const { ratio, ...rates } = await alternate(
    rounds,
    () => rate(size, fromNothing),
    () => rate(size, () => bare(folder, size)),
  );
  const detail =
    `${perSecond(rates.ours)} of ${size.toLocaleString('en-US')} entries, parsing and hashing alone ` +
    `${perSecond(rates.bare)}; one verification takes ${memory} MB at most (target: below 300 at a million)`;
  return { name: 'verify: everything in a public record', ratio, target: 0.4, detail };
}

// As the command does.
keepHeapSmall();
console.log(JSON.stringify(await measure(process.argv[2] ?? '')));
