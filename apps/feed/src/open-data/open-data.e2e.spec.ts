import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashLeaf, rootOf } from '../testing/merkle.ts';
import { hostileTitle } from '../testing/hostile.ts';
import { recordPages } from '../testing/pages-record.ts';
import { popoloSchema } from '../testing/formats/popolo.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordDecision } from '../testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordPages(ledger.store);
  const formula = { motionId: 'formula', bodyId: 'council', title: '=HYPERLINK("http://x.example","a,b")' };
  await recordDecision(ledger.store, formula, { at: '2026-01-21' });
  const closed = { motionId: 'closed', bodyId: 'council', title: 'Wolkenkuckucksheim' };
  await recordDecision(ledger.store, closed, { at: '2026', visibility: 'closed_session' });
  await ledger.whenPublished();
  await ledger.whenSealed();
  feed = await startFeed(place, { env: { MINUTEBOOK_RATE_LIMIT: '100000' } });
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const files = [
  'record.ndjson',
  'popolo.json',
  'decisions.csv',
  'votes.csv',
  'meetings.csv',
  'seats.csv',
  'schools.csv',
];
const get = (file: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${feed.url}/open-data/${file}`, { method, headers });
const textOf = async (file: string) => (await get(file)).text();

it('is told of, with the checkpoint', async () => {
  const index = (await (await fetch(`${feed.url}/open-data`)).json()) as {
    checkpoint: { note: string };
    files: { href: string }[];
  };
  expect(index.files.map(({ href }) => href)).toEqual(files.map((file) => `${feed.url}/open-data/${file}`));
  expect(index.checkpoint.note).toContain(`localhost/minutebook\n${await ledger.store.head()}\n`);
});

describe.each(files)('%s', (file) => {
  it('names the checkpoint that it belongs to, is not sent twice, and can be asked for by HEAD', async () => {
    const identity = { 'accept-encoding': 'identity' };
    const { headers } = await get(file, identity);
    const head = await ledger.store.head();
    expect(headers.get('minutebook-entries')).toBe(String(head));
    expect(headers.get('minutebook-checkpoint')).toMatch(new RegExp(`^${head} [A-Za-z0-9+/]{43}=$`));
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await get(file, { ...identity, 'if-none-match': etag })).status).toBe(304);
    const asked = await get(file, identity, 'HEAD');
    expect([asked.status, asked.headers.get('etag'), await asked.text()]).toEqual([200, etag, '']);
    expect((await get(file, { 'accept-encoding': 'gzip' })).headers.get('etag')).toBe(
      `${etag.slice(0, -1)}-gzip"`,
    );
  });

  it('holds nothing that is not public', async () => {
    expect(await textOf(file)).not.toContain('Wolkenkuckucksheim');
  });
});

it('the NDJSON is the log: its lines hash to the root of the checkpoint', async () => {
  const answer = await get('record.ndjson', { 'accept-encoding': 'identity' });
  const lines = (await answer.text()).trimEnd().split('\n');
  const root = rootOf(lines.map((line) => hashLeaf(Buffer.from(line)))).toString('base64');
  expect(answer.headers.get('minutebook-checkpoint')).toBe(`${lines.length} ${root}`);
});

it('the Popolo document is valid, and holds what is on record', async () => {
  const document = JSON.parse(await textOf('popolo.json')) as Record<
    string,
    { id: string; [name: string]: unknown }[]
  >;
  const validate = new Ajv({ allErrors: true }).compile(popoloSchema);
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  expect(document.organizations?.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['council', 'council/union']),
  );
  const trees = document.vote_events?.find(({ id }) => id === 'trees:v-1');
  expect(trees).toMatchObject({
    motion_id: 'trees',
    result: 'pass',
    votes: expect.arrayContaining([
      { option: 'abstain', role: 'union-2', post_id: 'council/union-2', group_id: 'council/union' },
    ]),
  });
  expect(document.memberships?.find(({ id }) => id === 'council/union-1/union-1-a')).toMatchObject({
    person_id: 'person-of-union-1',
    post_id: 'council/union-1',
    start_date: '2026-01-07',
  });
});

it('the tables are valid CSV in which nothing is a formula', async () => {
  for (const file of files.filter((name) => name.endsWith('.csv'))) {
    const text = await textOf(file);
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
    const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as unknown as Record<
      string,
      string
    >[];
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
  const decisions = parse(await textOf('decisions.csv'), { columns: true }) as unknown as Record<
    string,
    string
  >[];
  const title = (id: string) => decisions.find(({ decision_id }) => decision_id === id)?.title;
  expect(title('formula:v-1')).toBe(`'=HYPERLINK("http://x.example","a,b")`);
  expect(title('hostile:v-1')).toBe(hostileTitle.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, ''));
  expect(decisions.find(({ decision_id }) => decision_id === 'trees:v-1')).toMatchObject({
    yes: '3',
    abstain: '1',
    corrected: 'true',
  });
});

it('can be compressed on the way', async () => {
  const compressed = await new Promise<Buffer>((resolve, reject) => {
    void import('node:http').then(({ get: ask }) =>
      ask(`${feed.url}/open-data/record.ndjson`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => resolve(Buffer.concat(chunks)));
      }).on('error', reject),
    );
  });
  expect(gunzipSync(compressed).toString()).toBe(await textOf('record.ndjson'));
});
