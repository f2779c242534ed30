import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signatureTypes, signerOf } from '#tlog';
import { openLogRecords } from '#transparency-log';
import { whenSealed } from '#transparency-log/testing';
import { checkDisclosure, trustKeys } from '#verifier';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger({ MINUTEBOOK_PUBLIC_URL: 'https://records.example.org' });
}, patience);
afterAll(() => ledger.close());

const register = (id: string) => ledger.record(`/v1/organizations/${id}/register-organization`, { name: id });
/** Resolves when a checkpoint covers all that is recorded. */
const sealed = async () => whenSealed(await ledger.ports.publicStore(), await ledger.recorded());
const logKeys = async () => {
  const { state } = await openLogRecords(await ledger.ports.publicStore());
  return state.keys.map(({ vkey }) => vkey);
};
const keyOf = (seed: number) =>
  signerOf(`w${seed}.example.org`, signatureTypes.cosignature, Buffer.alloc(32, seed)).verifier.vkey;

describe('getReceipt', () => {
  it('is where a receipt leads: the place in the log, the checkpoint and the proof', async () => {
    const { body, headers } = await register('union');
    const position = String(body.position);
    expect(headers.link).toBe(`</v1/receipts/${position}>; rel="describedby"`);
    await sealed();
    const receipt = (await ledger.get(`/v1/receipts/${position}`)).body;
    const index = (await ledger.recorded()) - 1;
    expect(receipt).toEqual({
      position,
      index,
      checkpoint: {
        size: expect.any(Number) as unknown,
        publishedAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      },
      cosignatures: [],
      proof: `https://records.example.org/proofs/${index}`,
    });
    expect((receipt.checkpoint as { size: number }).size).toBeGreaterThan(index);
  });

  it('covers a write within a second; of three, for other tests run beside this one', async () => {
    const waits: number[] = [];
    for (const id of ['first', 'second', 'third']) {
      await register(id);
      const acknowledged = performance.now();
      await sealed();
      waits.push(performance.now() - acknowledged);
    }
    expect(Math.min(...waits)).toBeLessThan(1_000);
  });

  it('is not there for what was never recorded', async () => {
    expect((await ledger.get('/v1/receipts/999999')).status).toBe(404);
    expect((await ledger.get('/v1/receipts/x')).status).toBe(400);
  });
});

describe('the witnesses of a body', () => {
  const url = 'http://127.0.0.1:9/nobody-is-there';
  const path = '/v1/bodies/council';
  beforeAll(async () => {
    await register('district');
    const council = { name: 'Council', classification: 'council', timeZone: 'America/Los_Angeles' };
    await ledger.record(`${path}/establish-body`, council);
    const side = { constituencyId: 'district', name: 'District', organizationId: 'district' };
    await ledger.record(`${path}/define-constituency`, side);
  });

  it('are appointed and dismissed by admins, stand with the body, and never stop the log', async () => {
    const witness = { witnessId: 'district-1', organizationId: 'district', vkey: keyOf(1), url };
    const secretary = await ledger.keyFor('secretary');
    expect((await ledger.post(`${path}/appoint-witness`, witness, { key: secretary })).status).toBe(403);
    const { body } = await ledger.record(`${path}/appoint-witness`, witness);
    await sealed();
    await ledger.caughtUp();
    expect((await ledger.get(path)).body.witnesses).toMatchObject([witness]);
    const receipt = (await ledger.get(`/v1/receipts/${String(body.position)}`)).body;
    expect(receipt).toMatchObject({ cosignatures: [] });
    expect(receipt).not.toHaveProperty('countersigned');
    await ledger.record(`${path}/dismiss-witness`, { witnessId: 'district-1', reason: 'moved' });
    await ledger.caughtUp();
    expect((await ledger.get(path)).body.witnesses).toMatchObject([{ dismissed: { reason: 'moved' } }]);
  });

  it.each([
    ['a key of a log', signerOf('w', signatureTypes.ed25519, Buffer.alloc(32)).verifier.vkey],
    ['a key whose id is wrong', keyOf(2).replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['no key', 'union'],
  ])('are not appointed with %s', async (_what, vkey) => {
    const wrong = { witnessId: 'district-2', organizationId: 'district', vkey, url };
    const { status, body } = await ledger.post(`${path}/appoint-witness`, wrong);
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });
});

describe('getDisclosure', () => {
  const disclosure = (position: unknown, role?: 'auditor') =>
    role === undefined
      ? ledger.get(`/v1/events/${String(position)}/disclosure`)
      : ledger.keyFor(role).then((key) => ledger.get(`/v1/events/${String(position)}/disclosure`, { key }));

  it('proves an event that was hidden to whoever is given it, and nothing else is disclosed', async () => {
    const { body } = await ledger.record('/v1/organizations/behind-doors/register-organization', {
      name: 'Behind doors',
      visibility: 'closed_session',
    });
    const { body: open } = await register('in-the-open');
    await sealed();
    const { status, body: document } = await disclosure(body.position);
    expect(status).toBe(200);
    const keys = await logKeys();
    const check = checkDisclosure(JSON.stringify(document), trustKeys(keys));
    expect(check).toMatchObject({
      verdict: 'verified',
      index: document.index,
      event: { type: 'OrganizationRegistered', data: { name: 'Behind doors' }, visibility: 'closed_session' },
    });
    expect((await disclosure(body.position, 'auditor')).status).toBe(403);
    expect((await disclosure(open.position)).status).toBe(404);
    const [first] = await ledger.ports.store.readAll({ limit: 1 });
    expect(first?.stream).toMatch(/^access-/);
    expect((await disclosure(first?.position)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await disclosure(999_999)).status).toBe(404);
  });
});
