import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseCheckpoint, parseNote } from '#tlog';
import { folderSource, memorySource, Verification } from '../index.ts';
import type { LogSource } from '../index.ts';
import { bundles } from '../log/bundles.ts';
import { putAway } from '../meaning/streams.ts';
import { Findings, inOrder } from '../report/report.ts';
import { Memory } from '../state/memory.ts';
import { Random, recordFor, recordOf, sampleTrust, serveLog, tamperings } from '../testing/index.ts';
import { batchOf, bundlesOf } from './batch.ts';
import { RecordCheck } from './record-check.ts';
import type { Found } from './record-check.ts';
import { everything, shareOf } from './share.ts';
import type { Share } from './share.ts';

const folder = join(import.meta.dirname, '../../../../test/verifier-samples');
const names = ['pass', 'fail'].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((name) => `${kind}/${name}/log`),
);

/** What those come to together who each judge a share of a record. */
async function judgedBy(shares: readonly Share[], source: LogSource): Promise<Found> {
  const checks = shares.map((share) => new RecordCheck(new Memory(undefined, putAway), share));
  const note = (await source.read('checkpoint'))?.toString() ?? '';
  for await (const bundle of bundles(source, 0, parseCheckpoint(parseNote(note).text).size, new Findings()))
    for (const same of bundlesOf(batchOf([bundle]))) for (const check of checks) check.add(same, 0);
  const all = checks.map((check) => check.finish());
  for (const check of checks) check.close();
  return {
    found: inOrder(all.map(({ found }) => found)),
    atEnd: inOrder(all.map(({ atEnd }) => atEnd)),
  };
}

const shares = (count: number) => Array.from({ length: count }, (_, one) => shareOf(one, count));

async function expectTheSame(source: LogSource, count: number): Promise<void> {
  const alone = await judgedBy([everything], source);
  const together = await judgedBy(shares(count), source);
  expect(together).toEqual(alone);
}

describe('a record that several judge', () => {
  it.each(names)('comes out as with one, to every remark and count, in the same order: %s', async (name) => {
    await expectTheSame(folderSource(join(folder, name)), 3);
  });

  it.each(Object.keys(tamperings))('comes out as with one, tampered with: %s', async (kind) => {
    const tampered = tamperings[kind]?.(recordOf(recordFor(kind)), new Random(3));
    if (tampered && isRead(tampered.resources)) await expectTheSame(memorySource(tampered.resources), 2);
  });

  it('is divided among all of them', async () => {
    const { resources } = serveLog(recordOf('deciding'));
    for (const share of shares(3)) {
      const { found } = await judgedBy([share], memorySource(resources));
      expect(found.tallies.get('I1')?.made).toBeGreaterThan(10);
    }
  });
});

/** Whether there is a checkpoint to go on with. */
function isRead(resources: ReadonlyMap<string, Uint8Array>): boolean {
  try {
    return (
      parseCheckpoint(parseNote(Buffer.from(resources.get('checkpoint') ?? '').toString()).text).size > 0
    );
  } catch {
    return false;
  }
}

describe('threads', () => {
  const forged = join(folder, 'fail/the-tally-changed-and-signed/log');
  const note = readFileSync(join(forged, 'checkpoint'), 'utf8');

  it('report what one reports', async () => {
    const [alone, together] = [new Verification(), new Verification(undefined, { threads: 2 })];
    const report = await together.extend(folderSource(forged), note, sampleTrust);
    expect(report).toEqual(await alone.extend(folderSource(forged), note, sampleTrust));
    expect(report.verdict).toBe('not_verified');
    expect(together.size).toBe(0);
    const { resources } = serveLog(recordOf('deciding'));
    const good = Buffer.from(resources.get('checkpoint') ?? '').toString();
    const after = await together.extend(memorySource(resources), good, sampleTrust);
    expect(after).toEqual(await alone.extend(memorySource(resources), good, sampleTrust));
    expect(after).toMatchObject({ verdict: 'verified', size: together.size });
    alone.close();
    together.close();
  });
});
