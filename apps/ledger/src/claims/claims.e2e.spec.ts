import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const text = 'There are fifty-five schools this year,\nwith eight more on track.';
const textSha256 = hash('sha256', text);

let ledger: TestLedger;
const claim = (id: string, command: string, body: object) => ledger.post(`/v1/claims/${id}/${command}`, body);
const said = {
  subject: 'community-schools',
  predicate: 'count',
  sourceId: 'union-page',
  locator: 'line 1',
};
const read = async (path: string) => {
  await ledger.caughtUp();
  return ledger.get(path);
};

beforeAll(async () => {
  ledger = await startLedger();
  await ledger.ports.blobs.put(Buffer.from(text), 'text/plain; charset=utf-8');
  await ledger.record('/v1/sources/union-page/register-source', {
    title: 'Page of the union',
    publisher: 'The union',
    retrievedAt: '2026-01-02',
    sha256: textSha256,
    textSha256,
  });
  await ledger.record('/v1/claims/fifty-five/record-claim', {
    ...said,
    value: { count: 55, onTrack: 8 },
    asOf: '2023-24',
    quote: 'fifty-five schools this year, with eight more',
  });
  await ledger.record('/v1/claims/sixty-three/record-claim', { ...said, value: 63, asOf: '2024-25' });
}, patience);
afterAll(() => ledger.close());

describe('sources', () => {
  it('are registered once, with a text that is kept', async () => {
    const source = { title: 'x', publisher: 'y', sha256: 'a'.repeat(64) };
    expect(await ledger.post('/v1/sources/union-page/register-source', source)).toMatchObject({
      status: 409,
      body: { code: 'SOURCE_EXISTS' },
    });
    const textless = { ...source, textSha256: 'b'.repeat(64) };
    expect(await ledger.post('/v1/sources/other/register-source', textless)).toMatchObject({
      status: 422,
      body: { code: 'SOURCE_TEXT_NOT_KEPT' },
    });
    expect((await read('/v1/sources/union-page')).body).toMatchObject({ publisher: 'The union' });
    expect((await read('/v1/sources')).body).toMatchObject({ items: [{ sourceId: 'union-page' }] });
  });
});

describe('claims', () => {
  it('quote their source word by word', async () => {
    const quoted = { ...said, value: 56, quote: 'fifty-six schools' };
    expect(await claim('fifty-six', 'record-claim', quoted)).toMatchObject({
      status: 422,
      body: { code: 'QUOTE_NOT_IN_SOURCE' },
    });
  });

  it('may say nothing in particular', async () => {
    expect(await claim('goal', 'record-claim', { ...said, predicate: 'goal', value: null })).toMatchObject({
      status: 201,
    });
    expect((await read('/v1/claims/goal')).body).toMatchObject({ value: null });
    const { value: _value, ...valueless } = { ...said, value: 1 };
    expect((await claim('nothing', 'record-claim', valueless)).status).toBe(400);
  });

  it('are checked, field by field', async () => {
    const { status, body } = await claim('wrong', 'record-claim', {
      ...said,
      subject: 'CSSC',
      value: 'x'.repeat(5_000),
      comparison: { measure: 'designated_schools', programId: 'la', figure: 'many' },
    });
    expect(status).toBe(400);
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/subject', '/value', '/comparison/figure']),
    );
  });

  it('are disputed by claims and by facts that are there', async () => {
    expect(await claim('fifty-five', 'dispute-claim', { byClaimId: 'sixty-three' })).toMatchObject({
      status: 201,
    });
    const byFact = { stream: 'source-union-page', revision: 0 };
    expect(await claim('fifty-five', 'dispute-claim', { byFact })).toMatchObject({ status: 201 });
    const unknown = { byFact: { stream: 'school-nowhere', revision: 0 } };
    expect(await claim('fifty-five', 'dispute-claim', unknown)).toMatchObject({
      body: { code: 'FACT_UNKNOWN' },
    });
  });

  it('are reconciled by somebody’s authority, and stay as they were', async () => {
    const reconcile = {
      withClaimIds: ['sixty-three'],
      preferredClaimId: 'sixty-three',
      rationale: 'The eight on track had joined.',
    };
    expect(await claim('fifty-five', 'reconcile-claims', reconcile)).toMatchObject({
      status: 422,
      body: { code: 'AUTHORITY_MISSING' },
    });
    const authority = { kind: 'office', ref: 'secretary' };
    expect(await claim('fifty-five', 'reconcile-claims', { ...reconcile, authority })).toMatchObject({
      status: 201,
    });
    const { body } = await read('/v1/claims/fifty-five');
    expect(body).toMatchObject({
      value: { count: 55, onTrack: 8 },
      status: 'reconciled',
      disputes: [{ byClaimId: 'sixty-three' }, { byFact: { stream: 'source-union-page' } }],
      reconciliations: [{ preferredClaimId: 'sixty-three', authority }],
    });
    expect((await read('/v1/claims?status=reconciled&subject=community-schools')).body.items).toHaveLength(2);
    expect((await read('/v1/claims/fifty-five?knownAt=2020')).status).toBe(404);
  });

  it('are retracted by their publisher only', async () => {
    expect(await claim('sixty-three', 'retract-claim', { publisher: 'The district' })).toMatchObject({
      body: { code: 'RETRACTION_NOT_BY_PUBLISHER' },
    });
  });

  it('stand side by side where they differ', async () => {
    const { body } = await read('/v1/claim-differences?subject=community-schools');
    expect(body.contradictions).toMatchObject([
      {
        subject: 'community-schools',
        predicate: 'count',
        claims: [{ claimId: 'fifty-five' }, { claimId: 'sixty-three' }],
      },
    ]);
  });

  it('are for whoever may record somewhere, and read by auditors', async () => {
    const [secretary, auditor] = [
      await ledger.keyFor('secretary', 'some-body'),
      await ledger.keyFor('auditor'),
    ];
    const body = { ...said, value: 1 };
    expect((await ledger.post('/v1/claims/by-auditor/record-claim', body, { key: auditor })).status).toBe(
      403,
    );
    expect((await ledger.post('/v1/claims/by-secretary/record-claim', body, { key: secretary })).status).toBe(
      201,
    );
    expect((await ledger.get('/v1/claims', { key: auditor })).status).toBe(200);
    expect((await ledger.get('/v1/claims', { key: '' })).status).toBe(401);
  });
});

describe('persons', () => {
  it('are pseudonyms, linked and never merged, and not public', async () => {
    for (const id of ['p-1', 'p-2']) await ledger.record(`/v1/persons/${id}/register-person`, {});
    const link = { otherPersonId: 'p-2', basis: 'The clerk’s roll' };
    await ledger.record('/v1/persons/p-1/link-persons', link);
    expect(
      await ledger.post('/v1/persons/p-2/link-persons', { ...link, otherPersonId: 'p-1' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'PERSONS_ALREADY_LINKED' },
    });
    expect((await read('/v1/persons/p-2')).body).toMatchObject({ linkedTo: [{ personId: 'p-1' }] });
    const { items } = (await read('/v1/events?stream=person-p-1')).body;
    expect(items).toMatchObject([
      { type: 'PersonRegistered', data: { personId: 'p-1' }, metadata: { visibility: 'members' } },
      { type: 'PersonsLinked', metadata: { visibility: 'members' } },
    ]);
  });
});
