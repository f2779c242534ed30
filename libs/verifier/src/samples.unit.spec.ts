import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseCheckpoint, parseNote } from '#tlog';
import { folderSource, Verification } from './index.ts';
import type { SeenTree } from './index.ts';
import { expectedOf, samples, sampleTrust } from './testing/index.ts';

const folder = join(import.meta.dirname, '../../../test/verifier-samples');

const filesIn = (of: string): readonly string[] =>
  readdirSync(join(folder, of), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(folder, of), join(entry.parentPath, entry.name)))
    .sort();

const names = ['pass', 'fail'].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`),
);

const fileOf = (name: string, path: string): Buffer => readFileSync(join(folder, name, path));

function seenBefore(name: string): SeenTree | undefined {
  if (!filesIn(name).includes('seen-before')) return undefined;
  return parseCheckpoint(parseNote(fileOf(name, 'seen-before').toString()).text);
}

describe('the samples for other verifiers', () => {
  it.each(names)('come out as their folder says: %s', async (name) => {
    const seen = seenBefore(name);
    const note = fileOf(name, 'log/checkpoint').toString();
    const source = folderSource(join(folder, name, 'log'));
    const verification = new Verification();
    const report = await verification.extend(source, note, sampleTrust, seen ? { seen } : {});
    verification.close();
    expect(expectedOf(report)).toEqual(JSON.parse(fileOf(name, 'expected.json').toString()));
    expect(report.verdict === 'verified').toBe(name.startsWith('pass/'));
  });

  it('are those that `npm run samples` makes', async () => {
    const made: string[] = [];
    for await (const { name, files } of samples()) {
      made.push(name);
      expect([...files.keys()].sort()).toEqual(filesIn(name));
      for (const [path, bytes] of files) expect(fileOf(name, path).equals(bytes)).toBe(true);
    }
    expect(made.sort()).toEqual([...names].sort());
  });
});
