import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDataFolder } from './data-folder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'minutebook-data-'));
afterEach(() => rmSync(scratch, { recursive: true }));

const mayOthers = (path: string): string => (statSync(path).mode & 0o007).toString(8);

describe('a data folder', () => {
  it('lets other users through to the public record, and to nothing else', () => {
    const data = join(scratch, 'data');
    const folder = openDataFolder(data);
    const [through, readAndThrough, nothing] = ['1', '5', '0'];
    expect(mayOthers(data)).toBe(through);
    expect(mayOthers(dirname(folder.publicStore))).toBe(readAndThrough);
    expect(mayOthers(dirname(folder.ledgerStore))).toBe(nothing);
    expect(dirname(folder.readModels)).toBe(dirname(folder.ledgerStore));
  });
});
