import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Health } from '#platform';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const parts = async () => {
  const { status, body } = await ledger.get('/health/ready', { key: '' });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.parts as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

describe('the health of the ledger', () => {
  it('tells how far all that follows the record is', async () => {
    await ledger.record('/v1/organizations/board/register-organization', { name: 'Board' });
    await ledger.settled();
    // A request that is injected leaves no turn to what other threads tell.
    while ((await parts()).checkpoint?.size !== (await ledger.ports.store.head())) await setImmediate();
    const head = String(await ledger.ports.store.head());
    expect(await parts()).toMatchObject({
      store: { ready: true, head },
      readModels: { ready: true, position: head, lag: 0 },
      processes: { ready: true, position: head, lag: 0 },
      publication: { ready: true, position: head, lag: 0 },
      checkpoint: { ready: true, size: Number(head), lag: 0, waitedSeconds: 0 },
    });
  });

  it('is unready first and answers on, when the process is asked to stop', async () => {
    ledger.app.get(Health).drain();
    const { status, headers, body } = await ledger.get('/health/ready', { key: '' });
    expect([status, headers['retry-after'], body.code]).toEqual([503, '1', 'UNAVAILABLE']);
    expect(body.detail).toMatch(/^This process was asked to stop: it finishes what is under way\./);
    expect((await ledger.get('/health/live', { key: '' })).status).toBe(200);
    await ledger.record('/v1/organizations/other/register-organization', { name: 'Other' });
  });
});
