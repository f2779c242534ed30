import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { embedded } from '#engines/testing';
import { createLogger, Health, metricsIf } from '#platform';
import type { ServedMetrics } from '#platform';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const given = 'Zephyrine';
const name = `${given} Oquendo-Bramwell`;

let ledger: TestLedger;
let metrics: ServedMetrics | undefined;
let metricsUrl: string;
const lines: string[] = [];

beforeAll(async () => {
  metrics = await metricsIf(0, 'ledger');
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ service: 'ledger', level: 'trace', destination });
  ledger = await startLedger({}, { logger, metrics });
  const health = ledger.app.get(Health);
  metricsUrl = (await metrics?.listen({ host: '127.0.0.1', port: 0, health })) ?? '';
}, patience);
afterAll(async () => {
  await ledger.close();
  await metrics?.close();
});

const parts = async () => {
  const { status, body } = await ledger.get('/health/ready', { key: '' });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.parts as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const sealed = async () => {
  const recorded = await ledger.recorded();
  // A request that is injected leaves no turn to what other threads tell.
  while (ledger.ports.publication().covering.checkpoint?.size !== recorded) await setImmediate();
};

const scraped = async (): Promise<string> => (await fetch(metricsUrl)).text();

/** The value of the sample of this name that has these labels. */
function sample(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const wanted = Object.entries({ service: 'ledger', ...labels }).map(([key, value]) => `${key}="${value}"`);
  const isIt = (line: string) => line.startsWith(`${name}{`) && wanted.every((label) => line.includes(label));
  const line = text.split('\n').find(isIt);
  if (line === undefined) throw new Error(`there is no ${name} with ${wanted.join()} in\n${text}`);
  return Number(line.split(' ').at(-1));
}

/** A meeting in which a person acts, with everything that clients get wrong. */
async function meetingWithNames(): Promise<void> {
  const headers = { 'x-correlation-id': 'the-meeting' };
  const record = (path: string, body: object) => ledger.record(path, body, { headers });
  await record('/v1/persons/p-1/register-person', {});
  await record('/v1/persons/p-1/change-person-data', { name });
  await record('/v1/bodies/garden/establish-body', {
    name: 'Garden committee',
    classification: 'committee',
    timeZone: 'America/Los_Angeles',
  });
  await record('/v1/bodies/garden/open-seat', {
    seatId: 's-1',
    label: 'Seat 1',
    nominatorIds: [],
    votingRight: 'full',
  });
  await record('/v1/bodies/garden/fill-seat', {
    seatId: 's-1',
    seatingId: 's-1-2026',
    holder: { kind: 'person', id: 'p-1' },
    startsAt: '2025-09',
  });
  await record('/v1/meetings/garden-1/schedule-meeting', {
    bodyId: 'garden',
    meetingType: 'regular',
    startsAt: new Date().toISOString(),
    places: [{ kind: 'physical', description: `At the house of ${name}` }],
  });
  await ledger.post('/v1/persons/p-1/change-person-data', { name, nickname: given }, { headers });
  await ledger.post(`/v1/persons/${given.toLowerCase()}/register-person`, { keyId: name }, { headers });
  await ledger.send('POST', '/v1/persons/p-2/change-person-data', `{"name": "${name}", oops`, {
    headers: { ...headers, 'content-type': 'application/json' },
  });
  await ledger.get(`/v1/persons/${given.toLowerCase()}-unknown`);
  await ledger.post('/v1/persons/p-1/register-person', {}, { headers });
  await ledger.settled();
}

describe('what an operator sees of a ledger', () => {
  beforeAll(meetingWithNames, patience);

  it('health: how far all that follows the record is', async () => {
    await sealed();
    const head = String(await ledger.ports.store.head());
    expect(await parts()).toMatchObject({
      store: { ready: true, head },
      readModels: { ready: true, position: head, lag: 0 },
      processes: { ready: true, position: head, lag: 0 },
      publication: { ready: true, position: head, lag: 0 },
      checkpoint: { ready: true, size: await ledger.recorded(), lag: 0, waitedSeconds: 0 },
    });
  });

  it('metrics: by operation and code', async () => {
    await sealed();
    const text = await scraped();
    const http = (operation: string, status: string) =>
      sample(text, 'minutebook_http_request_seconds_count', { operation, status });
    expect([http('fillSeat', '201'), http('registerPerson', '409')]).toEqual([1, 1]);
    expect(sample(text, 'minutebook_refusals_total', { code: 'PERSON_EXISTS' })).toBe(1);
    expect(sample(text, 'minutebook_append_seconds_count', { outcome: 'stored' })).toBeGreaterThan(5);
    if (embedded) expect(sample(text, 'minutebook_append_group_size_count')).toBeGreaterThan(5);
    expect(sample(text, 'minutebook_lag_events', { projection: 'readModels' })).toBe(0);
    expect(sample(text, 'minutebook_checkpoint_age_seconds')).toBeGreaterThanOrEqual(0);
    expect(sample(text, 'minutebook_ready', { part: 'store' })).toBe(1);
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
  });

  it('nothing of it names a person', async () => {
    const seen = `${lines.join('')}${await scraped()}`;
    for (const part of [given, given.toLowerCase(), 'Oquendo', 'Bramwell']) expect(seen).not.toContain(part);
  });

  it('the log tells requests by their correlation id and route', () => {
    const answered = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'answered');
    expect(answered).toContainEqual(
      expect.objectContaining({
        correlationId: 'the-meeting',
        route: '/v1/persons/:personId/change-person-data',
        status: 400,
      }),
    );
  });
});

describe('a ledger that is asked to stop', () => {
  it('is unready first, and answers on', async () => {
    ledger.app.get(Health).drain();
    const { status, headers, body } = await ledger.get('/health/ready', { key: '' });
    expect([status, headers['retry-after'], body.code]).toEqual([503, '1', 'UNAVAILABLE']);
    expect(body.detail).toMatch(/^This process was asked to stop: it finishes what is under way\./);
    expect((await ledger.get('/health/live', { key: '' })).status).toBe(200);
    await ledger.record('/v1/organizations/other/register-organization', { name: 'Other' });
  });
});
