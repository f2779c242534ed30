import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StreamWriter } from '#recording';
import { body as domain } from '#governance';
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
const openSeat = (id: string, seatId: string, headers: Record<string, string> = {}): Promise<Answered> =>
  ledger.post(`/v1/bodies/${id}/open-seat`, seat(seatId), { headers });
const revisionOf = ({ body }: Answered): unknown => body.streamRevision;
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

describe('Idempotency-Key', () => {
  it('makes a repeat answer with the first outcome', async () => {
    await establish('repeated');
    const headers = { 'idempotency-key': 'open-seat-1' };
    const first = await openSeat('repeated', 's1', headers);
    await openSeat('repeated', 's2');
    const again = await openSeat('repeated', 's1', headers);
    expect(again.status).toBe(201);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(again.headers.etag).toBe(first.headers.etag);
  });

  it('makes repeats under way answer alike, and records once', async () => {
    await establish('racing-repeats');
    const headers = { 'idempotency-key': 'the-one' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => openSeat('racing-repeats', 's1', headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(revisionOf))).toEqual(new Set([1]));
    expect(await ledger.ports.store.readStream('body-racing-repeats')).toHaveLength(2);
  });

  it('does not look at the order of fields', async () => {
    await establish('ordered');
    const headers = { 'idempotency-key': 'ordered' };
    await openSeat('ordered', 's1', headers);
    const reversed = Object.fromEntries(Object.entries(seat('s1')).reverse());
    const again = await ledger.post('/v1/bodies/ordered/open-seat', reversed, { headers });
    expect(again.body).toMatchObject({ repeated: true });
  });

  it('is refused for another command, and for the same on something else', async () => {
    await establish('reused');
    const headers = { 'idempotency-key': 'reused' };
    await openSeat('reused', 's1', headers);
    expect((await openSeat('reused', 's2', headers)).body).toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const closing = await ledger.post('/v1/bodies/reused/close-seat', { seatId: 's1' }, { headers });
    expect(closing.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it("is one's own: another actor may use the same", async () => {
    await establish('shared');
    const headers = { 'idempotency-key': 'shared' };
    await openSeat('shared', 's1', headers);
    const key = await ledger.keyFor('secretary', 'shared');
    const other = await ledger.post('/v1/bodies/shared/open-seat', seat('s2'), { key, headers });
    expect(other.status).toBe(201);
  });

  it.each(['', 'x'.repeat(201), 'has space', 'ümlaut'])('%p is none', async (key) => {
    const { body } = await openSeat('any', 's1', { 'idempotency-key': key });
    expect(body).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_INVALID' });
  });
});

describe('If-Match', () => {
  it('lets pass at its revision and refuses at another, with both', async () => {
    const { headers } = await establish('matched');
    const ifMatch = { 'if-match': headers.etag ?? '' };
    expect((await openSeat('matched', 's1', ifMatch)).headers.etag).toBe('"1"');
    const stale = await openSeat('matched', 's2', ifMatch);
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'STALE_REVISION', inputs: { expected: 0, actual: 1 } });
    expect((await openSeat('not-there', 's1', ifMatch)).status).toBe(412);
  });

  it('refuses all but one of those that race for a revision', async () => {
    await establish('raced');
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => openSeat('raced', `s${i}`, { 'if-match': '"0"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412, 412, 412]);
  });

  it('repeats a command that was recorded at its revision', async () => {
    await establish('matched-repeat');
    const headers = { 'if-match': '"0"', 'idempotency-key': 'matched-repeat' };
    await openSeat('matched-repeat', 's1', headers);
    expect((await openSeat('matched-repeat', 's1', headers)).body).toMatchObject({ repeated: true });
  });

  it.each(['12', 'W/"12"', '*', '"1", "2"', '"x"', ''])('%p is no revision', async (value) => {
    const { body } = await openSeat('any', 's1', { 'if-match': value });
    expect(body).toMatchObject({ status: 400, code: 'IF_MATCH_INVALID' });
  });

  it('left out, lets a lost race be decided again on the new state', async () => {
    await establish('again');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => openSeat('again', `s${i}`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(
      answers
        .map(revisionOf)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('left out, decides again when another process was faster', async () => {
    await establish('other-process');
    const elsewhere = new StreamWriter(ledger.ports.store);
    const { state } = await elsewhere.load(domain.decider, 'other-process');
    expect(state.seats.size).toBe(0);
    const both = await Promise.all([
      ...Array.from({ length: 5 }, (_, i) => openSeat('other-process', `here-${i}`)),
      ...Array.from({ length: 5 }, (_, i) => openSeat('other-process', `there-${i}`)),
    ]);
    expect(both.map(({ status }) => status)).toEqual(Array(10).fill(201));
  });
});

describe('a refusal', () => {
  it('is a problem document with the code of the rule and what it looked at', async () => {
    await establish('refusing');
    await openSeat('refusing', 's1');
    const { status, headers, body } = await openSeat('refusing', 's1');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect([status, body]).toEqual([
      409,
      {
        type: '/problems/seat-exists',
        title: 'There is a seat with this id',
        status: 409,
        detail: 'Use it, or choose another `seatId`.',
        code: 'SEAT_EXISTS',
        inputs: { seatId: 's1' },
        correlationId: headers['x-correlation-id'],
      },
    ]);
    expect((await ledger.get('/problems/seat-exists', { key: '' })).body).toMatchObject({
      code: 'SEAT_EXISTS',
    });
  });

  it('of a body that is not there is a 404', async () => {
    expect((await openSeat('nowhere', 's1')).body).toMatchObject({ status: 404, code: 'BODY_UNKNOWN' });
  });
});

describe('a position', () => {
  it("lets one read one's own write", async () => {
    for (let i = 0; i < 5; i++) {
      const { headers } = await establish(`written-${i}`, { name: `Written ${i}` });
      const position = headers['minutebook-position'] ?? '';
      const {
        status,
        headers: read,
        body,
      } = await ledger.get(`/v1/bodies/written-${i}?minPosition=${position}`);
      expect([status, body.name]).toEqual([200, `Written ${i}`]);
      expect(Number(read['minutebook-position'])).toBeGreaterThanOrEqual(Number(position));
    }
  });

  it(
    'that lies ahead is waited for, and not for ever',
    async () => {
      const impatient = await startLedger({ MINUTEBOOK_MIN_POSITION_TIMEOUT: '50' });
      const { status, headers, body } = await impatient.get('/v1/bodies?minPosition=999999');
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe('1');
      expect(body).toMatchObject({ code: 'PROJECTION_BEHIND', inputs: { minPosition: '999999' } });
      await impatient.close();
    },
    patience,
  );

  it.each(['-1', 'x', '1e3', ''])('%p is none', async (value) => {
    const { body } = await ledger.get(`/v1/bodies?minPosition=${value}`);
    expect(body).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/minPosition' }],
    });
  });
});

describe('an answer', () => {
  it('to a read carries the revision for If-Match', async () => {
    const { headers } = await establish('tagged');
    const position = headers['minutebook-position'] ?? '';
    const read = await ledger.get(`/v1/bodies/tagged?minPosition=${position}`);
    expect(read.headers.etag).toBe('"0"');
    const changed = await openSeat('tagged', 's1', { 'if-match': read.headers.etag ?? '' });
    expect(changed.status).toBe(201);
  });

  it('is kept by nobody on the way', async () => {
    const { headers } = await establish('private');
    expect(headers['cache-control']).toBe('no-store');
    expect((await ledger.get('/v1/bodies')).headers['cache-control']).toBe('private, no-cache');
  });
});
