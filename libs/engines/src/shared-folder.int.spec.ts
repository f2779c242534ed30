import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { claimSharedFolder, OtherSharedFolder } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-shared-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is that of the first ledger on a database: one that is given another folder is told, however many ask at once', async () => {
  const notes = new MemoryEventStore();
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  await Promise.all([claimSharedFolder(notes, ours), claimSharedFolder(notes, ours)]);
  await claimSharedFolder(notes, ours);
  await expect(claimSharedFolder(notes, theirs)).rejects.toThrow(OtherSharedFolder);
  await expect(claimSharedFolder(notes, theirs)).rejects.toThrow(/MINUTEBOOK_SHARED_DATA/);
});
