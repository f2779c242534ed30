import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startLedger } from '../testing/index.ts';
import type { Answered, TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const established = { name: 'A body', classification: 'committee', timeZone: 'America/Los_Angeles' };
const establish = (id: string, more: object = {}): Promise<Answered> =>
  ledger.record(`/v1/bodies/${id}/establish-body`, { ...established, ...more });
const seat = (seatId: string) => ({ seatId, label: `Seat ${seatId}`, nominatorIds: [], votingRight: 'full' });
const envelopeAt = async (receipt: Answered): Promise<Record<string, unknown>> => {
  const { body } = await ledger.get(`/v1/events/${String(receipt.body.position)}`);
  return body.metadata as Record<string, unknown>;
};

describe('a request body', () => {
  it('is refused with every field that is unknown, missing or wrong, by its place', async () => {
    const { status, body } = await ledger.post('/v1/bodies/any/adopt-composition-rule', {
      perConstituency: [{ constituencyId: 'A', voting: -1, 'a/b': 1 }],
      parity: 'yes',
      sources: {},
      surprise: true,
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED', type: '/problems/validation-failed' });
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/parity',
      '/perConstituency/0/a~1b',
      '/perConstituency/0/constituencyId',
      '/perConstituency/0/voting',
      '/sources',
      '/surprise',
    ]);
  });

  it.each([
    ['a list', []],
    ['a text', 'text'],
    ['null', null],
  ])('is no %s', async (_what, payload) => {
    const answer = await ledger.post('/v1/bodies/any/establish-body', JSON.stringify(payload), {
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('does not take null for a field that is left out', async () => {
    const { body } = await ledger.post('/v1/bodies/any/establish-body', { ...established, purpose: null });
    expect(body.errors).toEqual([{ pointer: '/purpose', detail: 'must be a text of 1 to 2000 characters' }]);
  });

  it('holds ids that can be ids', async () => {
    const { body } = await ledger.post('/v1/bodies/No%20Id/establish-body', established);
    expect(body).toMatchObject({ status: 400, code: 'ID_INVALID' });
  });
});

describe('a date', () => {
  it.each([
    ['2019', 'year', '2019-01-01T08:00:00.000Z'],
    ['2019-08', 'month', '2019-08-01T07:00:00.000Z'],
    ['2019-fall', 'season', '2019-08-01T07:00:00.000Z'],
    ['2024-25', 'school_year', '2024-07-01T07:00:00.000Z'],
    ['2019-06-13', 'day', '2019-06-13T07:00:00.000Z'],
    ['2019-06-13T10:00:00Z', 'instant', '2019-06-13T10:00:00.000Z'],
    ['unknown', 'unknown', '0001-01-01T00:00:00.000Z'],
  ])(
    '%s is kept as precisely as it is known, in the zone of the body',
    async (literal, precision, earliest) => {
      const id = `dated-${literal.toLowerCase().replaceAll(':', '-')}`;
      const receipt = await establish(id, { occurredAt: literal, recordingMode: 'historical_import' });
      expect((await envelopeAt(receipt)).occurredAt).toMatchObject({ literal, precision, earliest });
      const regime = { regime: 'UNDETERMINED', basis: 'Nobody has said.', effectiveFrom: literal };
      const determined = await ledger.record(`/v1/bodies/${id}/determine-open-meeting-regime`, regime);
      const { body: event } = await ledger.get(`/v1/events/${String(determined.body.position)}`);
      expect(event).toMatchObject({ data: { effectiveFrom: { literal, precision, earliest } } });
    },
  );

  it('that cannot be read is refused with what can', async () => {
    const { body } = await ledger.post('/v1/bodies/any/establish-body', {
      ...established,
      occurredAt: 'last fall',
    });
    expect(body.errors).toEqual([
      { pointer: '/occurredAt', detail: expect.stringContaining('a season (2019-fall') as unknown },
    ]);
  });

  it('is needed of what did not just happen, and does not lie ahead', async () => {
    const late = await ledger.post('/v1/bodies/late/establish-body', {
      ...established,
      recordingMode: 'minutes',
    });
    expect(late.body).toMatchObject({ status: 422, code: 'OCCURRED_AT_REQUIRED' });
    const ahead = await ledger.post('/v1/bodies/late/establish-body', { ...established, occurredAt: '2999' });
    expect(ahead.body).toMatchObject({ status: 422, code: 'OCCURRED_IN_FUTURE' });
  });
});

describe('the envelope', () => {
  it('holds who recorded, by which authority, from which source', async () => {
    const said = {
      recordingMode: 'minutes',
      occurredAt: '2020-02-03',
      visibility: 'members',
      lang: 'en',
      onBehalfOf: 'co-chair',
      authority: { kind: 'office', ref: 'secretary' },
      sources: [{ sourceId: 'S3', locator: 'p. 4', confidence: 'stated' }],
      illustration: true,
    };
    const key = await ledger.keyFor('secretary', 'enveloped');
    const headers = { 'x-correlation-id': 'meeting-7' };
    const path = '/v1/bodies/enveloped/establish-body';
    const receipt = await ledger.record(path, { ...established, ...said }, { key, headers });
    expect(receipt.headers['x-correlation-id']).toBe('meeting-7');
    const { onBehalfOf, authority, ...common } = said;
    expect(await envelopeAt(receipt)).toMatchObject({
      ...common,
      occurredAt: { literal: '2020-02-03' },
      $correlationId: 'meeting-7',
      recordedBy: { actorId: key.split('_')[1], role: 'secretary', onBehalfOf, authority },
    });
  });

  it('holds nothing of itself in the event', async () => {
    const receipt = await establish('bare', { lang: 'en', sources: [] });
    const { body } = await ledger.get(`/v1/events/${String(receipt.body.position)}`);
    expect(body.data).toEqual(established);
  });

  it('holds findings of what is not in order', async () => {
    await establish('irregular', { recordingMode: 'minutes', occurredAt: '2020' });
    const fill = {
      seatId: 'a',
      seatingId: 'a-1',
      holder: { kind: 'organization', id: 'nobody-knows' },
      startsAt: '2021',
    };
    await ledger.record('/v1/bodies/irregular/open-seat', {
      ...seat('a'),
      recordingMode: 'minutes',
      occurredAt: '2020',
    });
    const live = await ledger.post('/v1/bodies/irregular/fill-seat', fill);
    expect(live.body).toMatchObject({
      status: 422,
      code: 'ORGANIZATION_UNKNOWN',
      inputs: { organizationId: 'nobody-knows' },
    });
    const minutes = await ledger.record('/v1/bodies/irregular/fill-seat', {
      ...fill,
      recordingMode: 'minutes',
      occurredAt: '2021',
    });
    expect(minutes.body.findings).toEqual([
      { code: 'ORGANIZATION_UNKNOWN', severity: 'irregular', inputs: { organizationId: 'nobody-knows' } },
    ]);
  });
});
