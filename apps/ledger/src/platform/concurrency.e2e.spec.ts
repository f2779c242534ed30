import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atInstant, body as domain } from '#governance';
import { StreamWriter, uuidV7 } from '#recording';
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
    await establish('shared-body');
    const elsewhere = new StreamWriter(ledger.ports.store);
    const at = atInstant(new Date().toISOString());
    const facts = { bodyId: 'shared-body', organizationIds: new Set<string>(), relatedBody: undefined };
    const openElsewhere = (seatId: string) =>
      elsewhere.write(
        domain.decider,
        {
          streamId: 'shared-body',
          command: { type: 'OpenSeat', ...seat(seatId), votingRight: 'full' },
          context: {
            recordedBy: { actorId: 'elsewhere', role: 'secretary' },
            mode: 'live',
            commandId: uuidV7(),
            correlationId: seatId,
            visibility: 'public',
          },
        },
        () => Promise.resolve({ at, authority: undefined, ...facts }),
      );
    for (let i = 0; i < 10; i++) {
      const [here] = await Promise.all([openSeat('shared-body', `here-${i}`), openElsewhere(`there-${i}`)]);
      expect(here.status).toBe(201);
    }
    expect(await ledger.ports.store.readStream('body-shared-body')).toHaveLength(21);
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
      const ahead = String((await impatient.ports.store.head()) + 1_000_000_000);
      const { status, headers, body } = await impatient.get(`/v1/bodies?minPosition=${ahead}`);
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe('1');
      expect(body).toMatchObject({ code: 'PROJECTION_BEHIND', inputs: { minPosition: ahead } });
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
