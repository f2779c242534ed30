import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
  for (const [id, classification] of [
    ['lausd', 'school_district'],
    ['utla', 'union'],
  ])
    await ledger.record(`/v1/organizations/${id}/register-organization`, { name: id, classification });
}, patience);
afterAll(() => ledger.close());

const source = { sourceId: 'S3', locator: 'p. 4', confidence: 'stated' };
const imported = (occurredAt: string) => ({
  recordingMode: 'historical_import',
  occurredAt,
  sources: [source],
});
const command = (id: string, name: string, body: object = {}) =>
  ledger.post(`/v1/instruments/${id}/${name}`, body);
const record = (id: string, name: string, body: object = {}) =>
  ledger.record(`/v1/instruments/${id}/${name}`, body);
const read = async (path: string) => {
  await ledger.caughtUp();
  return ledger.get(`/v1/instruments/${path}`);
};

const seats = { clauseId: 'seats', number: '1', heading: 'Seats', text: 'The committee has sixteen seats.' };
const term = { clauseId: 'term', number: '2', text: 'Two years.' };
const insertion = (clause: object) => ({ kind: 'insertion', clause });

/** A memorandum as a source tells of it: adopted in 2019, ratified by both parties, amended in 2021. */
async function recordMemorandum(id: string): Promise<void> {
  await record(id, 'register-instrument', { kind: 'mou', title: `Memorandum ${id}`, ...imported('2019') });
  for (const organizationId of ['lausd', 'utla'])
    await record(id, 'add-party', { organizationId, ratificationMethod: 'unknown', ...imported('2019') });
  await record(id, 'propose-version', {
    versionId: 'v2019',
    operations: [insertion(seats), insertion(term)],
    ...imported('2019-01'),
  });
  await record(id, 'adopt-version', {
    versionId: 'v2019',
    external: { organizationId: 'lausd', unanimous: true, sponsors: ['utla'] },
    ...imported('2019-01-22'),
  });
  await record(id, 'record-ratification', {
    versionId: 'v2019',
    organizationId: 'utla',
    answer: 'ratified',
    voteRef: { reference: 'membership vote' },
    ...imported('2019-01-24'),
  });
}

describe('an agreement', () => {
  it('is in force with the last ratification, and never with the adoption', async () => {
    await recordMemorandum('mou-1');
    const waiting = await read('mou-1/ratification');
    expect(waiting.body).toMatchObject({
      versions: [
        {
          versionId: 'v2019',
          status: 'adopted',
          complete: false,
          parties: [
            { organizationId: 'lausd', answer: 'unknown', required: true },
            { organizationId: 'utla', answer: 'ratified', voteRef: { reference: 'membership vote' } },
          ],
        },
      ],
    });
    expect((await command('mou-1', 'enter-into-force', { versionId: 'v2019' })).body).toMatchObject({
      code: 'RATIFICATION_INCOMPLETE',
      inputs: { missing: ['lausd'] },
    });
    const last = await record('mou-1', 'record-ratification', {
      versionId: 'v2019',
      organizationId: 'lausd',
      answer: 'ratified',
      ...imported('2019-02-05'),
    });
    expect(last.body.events).toMatchObject([
      { type: 'PartyRatified' },
      { type: 'InstrumentEnteredIntoForce' },
    ]);
    const [before, after] = [
      await read('mou-1/text?asOf=2019-02-01'),
      await read('mou-1/text?asOf=2019-02-06'),
    ];
    expect(before.body).toMatchObject({ inForce: [], clauses: [] });
    expect(before.body).not.toHaveProperty('version');
    expect(after.body).toMatchObject({
      version: { versionId: 'v2019', status: 'in_force' },
      inForce: [{ versionId: 'v2019', certainty: 'certain', since: { literal: '2019-02-05' } }],
      clauses: [
        {
          ...seats,
          putBy: {
            versionId: 'v2019',
            external: { organizationId: 'lausd', counts: 'unknown', unanimous: true, sponsors: ['utla'] },
            adoptedAt: { literal: '2019-01-22' },
          },
        },
        { clauseId: 'term' },
      ],
    });
  });

  it('is amended clause by clause; its text is what it was at each date, and its differences are told', async () => {
    await record('mou-1', 'propose-version', {
      versionId: 'v2021',
      baseVersion: 'v2019',
      operations: [
        { kind: 'substitution', clauseId: 'seats', words: 'sixteen', by: 'eighteen' },
        { kind: 'repeal', clauseId: 'term' },
        { kind: 'insertion', clause: { clauseId: 'money', text: 'None.' }, before: 'seats' },
      ],
      ...imported('2021-03'),
    });
    await record('mou-1', 'adopt-version', {
      versionId: 'v2021',
      external: { decidedBy: 'the board', counts: { yes: 6, no: 1 } },
      effectiveFrom: '2021-07-01',
      ...imported('2021-03-09'),
    });
    for (const organizationId of ['lausd', 'utla'])
      await record('mou-1', 'record-ratification', {
        versionId: 'v2021',
        organizationId,
        answer: 'ratified',
        ...imported('2021-04-01'),
      });
    const versionAt = async (asOf: string) =>
      ((await read(`mou-1/text?asOf=${asOf}`)).body.version as { versionId: string }).versionId;
    expect([await versionAt('2021-06-30'), await versionAt('2021-07-01')]).toEqual(['v2019', 'v2021']);
    const { body } = await read('mou-1/diff?from=v2019&to=v2021');
    expect(body).toMatchObject({
      comparable: true,
      clauses: [
        { clauseId: 'money', changes: ['inserted'] },
        {
          clauseId: 'seats',
          changes: ['substituted'],
          words: [
            { text: 'The committee has ' },
            { text: 'sixteen', change: 'deleted' },
            { text: 'eighteen', change: 'inserted' },
            { text: ' seats.' },
          ],
        },
        { clauseId: 'term', changes: ['repealed'] },
      ],
    });
    expect((await read('mou-1/diff?from=v2019&to=v2099')).status).toBe(404);
    expect((await read('mou-1/diff?from=v2019')).status).toBe(400);
  });

  it('shows what the record knew at a time', async () => {
    const { body } = await read('mou-1?knownAt=2019');
    expect(body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await read('mou-1/text?version=v2019')).body).toMatchObject({
      version: { versionId: 'v2019', status: 'replaced' },
    });
  });

  it('keeps the consolidated text under the hash that the event names', async () => {
    const { body } = await read('mou-1/text');
    const { fullTextSha256 } = body.version as { fullTextSha256: string };
    const { app, adminKey } = ledger;
    const blob = await app.inject({
      url: `/v1/blobs/${fullTextSha256}`,
      headers: { authorization: `Bearer ${adminKey}` },
    });
    expect(blob.headers['content-type']).toContain('application/json');
    expect(hash('sha256', blob.rawPayload)).toBe(fullTextSha256);
    expect(blob.json()).toEqual([
      { clauseId: 'money', text: 'None.' },
      { ...seats, text: 'The committee has eighteen seats.' },
    ]);
  });

  it('has renditions of files that are kept, in languages', async () => {
    const rendition = {
      versionId: 'v2021',
      lang: 'es',
      mime: 'text/plain',
      sha256: hash('sha256', 'El comité'),
      authentic: false,
    };
    expect((await command('mou-1', 'publish-rendition', rendition)).body).toMatchObject({
      code: 'BLOB_UNKNOWN',
    });
    await ledger.app.inject({
      method: 'PUT',
      url: '/v1/blobs',
      headers: { authorization: `Bearer ${ledger.adminKey}` },
      payload: { text: 'El comité' },
    });
    await record('mou-1', 'publish-rendition', rendition);
    const { versionId: _versionId, ...shown } = rendition;
    expect((await read('mou-1/text')).body).toMatchObject({ version: { renditions: [shown] } });
  });

  it('holds a contract of two hundred clauses', async () => {
    await record('cba', 'register-instrument', { kind: 'cba', title: 'Contract', ...imported('2019') });
    const clauses = Array.from({ length: 200 }, (_, i) => ({
      clauseId: `art-${i + 1}`,
      number: String(i + 1),
      text: `Article ${i + 1}. ${'The parties agree on many things. '.repeat(20)}`,
    }));
    const answer = await record('cba', 'propose-version', {
      versionId: 'v1',
      operations: clauses.map(insertion),
      ...imported('2019'),
    });
    expect((answer.body.events as readonly object[]).length).toBeGreaterThan(3);
    expect((await read('cba/text?version=v1')).body).toMatchObject({
      version: { status: 'proposed', clauses: 200 },
      clauses: clauses.map(({ clauseId }) => ({ clauseId, putBy: { versionId: 'v1' } })),
    });
  });

  it('becomes a part of a contract, and is amended only through that', async () => {
    await record('mou-1', 'incorporate-into', {
      intoInstrument: 'cba',
      asArticle: 'XXV',
      ...imported('unknown'),
    });
    const amendment = { versionId: 'v3', baseVersion: 'v2021', operations: [insertion(term)] };
    expect((await command('mou-1', 'propose-version', amendment)).body).toMatchObject({
      code: 'INCORPORATED_ELSEWHERE',
      inputs: { intoInstrument: 'cba', asArticle: 'XXV' },
    });
    await record('mou-1', 'record-practice-departure', {
      clauseId: 'seats',
      description: 'Some twenty people come.',
      ...imported('unknown'),
    });
    expect((await read('mou-1')).body).toMatchObject({
      incorporated: { intoInstrument: 'cba' },
      practiceDepartures: [{ clauseId: 'seats', provenance: { sources: [source] } }],
    });
  });

  it('names what is wrong with an operation', async () => {
    const wrong = { kind: 'deletion', clauseId: 'a' };
    const answer = await command('cba', 'propose-version', { versionId: 'v2', operations: [wrong] });
    expect(answer.body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/operations/0/clauseId' }, { pointer: '/operations/0/kind' }],
    });
  });

  it('without a text on record is recorded as such', async () => {
    await record('res', 'register-instrument', {
      kind: 'board_resolution',
      title: 'Resolution',
      timeZone: 'America/Los_Angeles',
      ...imported('2017-06-13'),
    });
    await record('res', 'propose-version', { versionId: 'v1', textHeld: false, ...imported('2017-06-13') });
    const adopted = await record('res', 'adopt-version', {
      versionId: 'v1',
      external: { organizationId: 'lausd' },
      ...imported('2017-06-13'),
    });
    expect(adopted.body.events).toMatchObject([
      { type: 'InstrumentVersionAdopted' },
      { type: 'InstrumentEnteredIntoForce' },
    ]);
    expect((await read('res/text?asOf=2018')).body).toMatchObject({
      version: { textHeld: false, status: 'in_force' },
      clauses: [],
    });
  });
});

describe('listInstruments', () => {
  it('tells what is in force of each', async () => {
    await ledger.caughtUp();
    const { body } = await ledger.get('/v1/instruments?asOf=2020&kind=mou');
    expect(body.items).toMatchObject([
      { instrumentId: 'mou-1', kind: 'mou', head: 'v2021', inForce: [{ versionId: 'v2019' }] },
    ]);
  });

  it('is for whoever reads the body; an instrument of no body is for those of all', async () => {
    const key = await ledger.keyFor('auditor', 'cssc');
    expect((await ledger.get('/v1/instruments', { key })).status).toBe(403);
    expect((await ledger.get('/v1/instruments?bodyId=cssc', { key })).status).toBe(200);
    expect((await ledger.get('/v1/instruments/mou-1', { key })).status).toBe(404);
  });
});
