import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store-sqlite';
import { Rejected } from '#recording';
import { apiKeyHash, makeApiKey } from '../../../../libs/platform/src/auth/api-key.ts';
import { accessWriter } from './access-writer.ts';
import { issue } from './issue.ts';
import { listKeys } from './list.ts';

describe('keys in the ledger store', () => {
  const { actorId, key } = makeApiKey('secretary-1');
  const grant = { role: 'secretary', bodyId: 'cssc', label: 'CSSC desk' } as const;
  let folder: string;
  let store: SqliteEventStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-keys-'));
    store = await SqliteEventStore.open({ file: join(folder, 'ledger.sqlite') });
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('hold the hash of the key and its grant, sealed, and never the key', async () => {
    await issue(accessWriter(store), key, grant);
    const events = await store.readStream(`access-${actorId}`);
    expect(events.map(({ type }) => type)).toEqual(['KeyIssued', 'RoleGranted']);
    expect(JSON.parse(events[0]?.data ?? '')).toEqual({ secretSha256: apiKeyHash(key), label: 'CSSC desk' });
    expect(events.map(({ metadata }) => (JSON.parse(metadata) as { visibility: string }).visibility)).toEqual(
      ['sealed', 'sealed'],
    );
    expect(JSON.stringify(events)).not.toContain(key);
  });

  it('are the same when an interrupted issue is repeated', async () => {
    await issue(accessWriter(store), key, grant);
    await issue(accessWriter(store), key, grant);
    expect(await store.head()).toBe(2);
  });

  it('are listed with their standing, and stay listed when revoked', async () => {
    const write = accessWriter(store);
    await issue(write, key, grant);
    await issue(write, makeApiKey('auditor-1').key, { role: 'auditor', label: 'Audit' });
    await write(actorId, { type: 'RevokeKey' });
    expect(await listKeys(store)).toMatchObject([
      { actorId, label: 'CSSC desk', state: { grants: [{ role: 'secretary', bodyId: 'cssc' }] } },
      { actorId: 'auditor-1', label: 'Audit', state: { grants: [{ role: 'auditor' }] } },
    ]);
    const revoked = (await listKeys(store)).map(({ state }) => state.revokedAt !== undefined);
    expect(revoked).toEqual([true, false]);
  });

  it('cannot be revoked where there are none', async () => {
    await expect(accessWriter(store)('nobody', { type: 'RevokeKey' })).rejects.toThrow(Rejected);
  });
});
