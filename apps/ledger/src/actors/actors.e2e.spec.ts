import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const issue = (actorId: string, body: object, headers: Record<string, string> = {}) =>
  ledger.post(`/v1/actors/${actorId}/issue-key`, body, { headers });

describe('issueKey', () => {
  it('answers with the key, once', async () => {
    const headers = { 'idempotency-key': 'desk-key' };
    const first = await issue('desk', { label: 'CSSC desk' }, headers);
    expect(first.body).toMatchObject({
      stream: 'access-desk',
      key: expect.stringMatching(/^mbk_desk_/) as unknown,
    });
    const again = await issue('desk', { label: 'CSSC desk' }, headers);
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ repeated: true, streamRevision: 0 });
    expect(again.body).not.toHaveProperty('key');
  });

  it('makes a key that is good once a role is granted to it', async () => {
    const key = String((await issue('minutes', { label: 'Minutes' })).body.key);
    expect((await ledger.get('/v1/bodies', { key })).body).toMatchObject({ code: 'FORBIDDEN' });
    await ledger.record('/v1/actors/minutes/grant-role', { role: 'auditor' });
    expect((await ledger.get('/v1/bodies', { key })).status).toBe(200);
  });

  it('keeps the hash of the key and nothing else of it', async () => {
    const { body } = await issue('hashed', { label: 'Hashed' });
    const secret = String(body.key).split('_').slice(2).join('_');
    const events = await ledger.ports.store.readStream('access-hashed');
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(events[0]?.metadata).toContain('"visibility":"sealed"');
  });

  it('refuses a second key for an actor, a key that is expired, and an id that a key cannot hold', async () => {
    await issue('once', { label: 'Once' });
    expect((await issue('once', { label: 'Twice' })).body).toMatchObject({ status: 409, code: 'KEY_EXISTS' });
    expect((await issue('late', { label: 'Late', expiresAt: '2001-01-01T00:00:00Z' })).body).toMatchObject({
      code: 'KEY_EXPIRED',
    });
    expect((await issue('under_score', { label: 'x' })).body).toMatchObject({ code: 'ID_INVALID' });
  });

  it('is no way to record in public who may act', async () => {
    expect((await issue('open', { label: 'Open', visibility: 'public' })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/visibility' }],
    });
  });
});

describe("a body's admin", () => {
  it('grants roles in that body and in no other', async () => {
    const key = await ledger.keyFor('admin', 'cssc');
    await issue('helper', { label: 'Helper' });
    const grant = (body: object) => ledger.post('/v1/actors/helper/grant-role', body, { key });
    expect((await grant({ role: 'secretary', bodyId: 'cssc' })).status).toBe(201);
    expect((await grant({ role: 'secretary', bodyId: 'other' })).status).toBe(403);
    expect((await grant({ role: 'secretary' })).status).toBe(403);
    expect((await grant({ role: 'secretary', bodyId: ['cssc'] })).status).toBe(403);
  });
});
