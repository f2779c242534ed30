import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readEntries } from '#public-record';
import { SqliteEventStore } from '#event-store-sqlite';
import { createLogger, loadConfig } from '#platform';
import { createFeed } from '../../apps/feed/src/feed.ts';
import { publish } from '../../apps/feed/src/publish/publish.ts';
import { PublicRecord } from '../../apps/feed/src/record/public-record.ts';
import { establishCommittee, motionInMeeting, startLedger } from '../../apps/ledger/src/testing/index.ts';
import type { TestLedger } from '../../apps/ledger/src/testing/index.ts';

const personId = 'person-cssc-district-1';
const name = 'Zephyrine Oquendo';
const newName = 'Zephyrine Vandersloot';
const parts = ['Zephyrine', 'Oquendo', 'Vandersloot'];

/** A text as it may stand in a file: other cases, wider letters, escaped, and in base64 at each of its alignments. */
function formsOf(text: string): readonly Buffer[] {
  const cases = [text, text.toUpperCase(), text.toLowerCase()];
  const escaped = (one: string) =>
    [...one].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const base64 = (one: string) =>
    [0, 1, 2].flatMap((offset) => {
      const encoded = Buffer.from('x'.repeat(offset) + one).toString('base64');
      // Only letters that depend on the text alone.
      const whole = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + one.length) * 8) / 6));
      return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
    });
  return cases.flatMap((one) => [
    Buffer.from(one, 'utf8'),
    Buffer.from(one, 'utf16le'),
    Buffer.from(one, 'utf16le').swap16(),
    Buffer.from(escaped(one)),
    Buffer.from(Buffer.from(one).toString('hex')),
    ...base64(one).map((encoded) => Buffer.from(encoded)),
  ]);
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());

/** The files in which any part of a name stands, in any form. */
function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const forms = texts.flatMap(formsOf);
  return filesIn(folder)
    .filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    })
    .map((file) => file.slice(folder.length + 1));
}

/** Milliseconds, on a busy machine. */
const patience = 180_000;

let ledger: TestLedger;
let feed: Awaited<ReturnType<typeof startFeed>>;

async function startFeed(data: string) {
  const app = await createFeed({
    config: loadConfig({ MINUTEBOOK_DATA: data, MINUTEBOOK_FEED_PORT: '0' }),
    logger: createLogger({ service: 'feed', level: 'silent' }),
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const record = app.get(PublicRecord);
  const whenAt = async (position: number) => {
    while (!record.isReady || record.position() < position) await new Promise(setImmediate);
  };
  return { get: (path: string) => fetch(`${url}${path}`), whenAt, close: () => app.close() };
}

/** The record as files, in a folder beside that of the data. */
const site = mkdtempSync(join(tmpdir(), 'minutebook-erasure-'));
const publishSite = () =>
  publish({
    data: ledger.folder,
    folder: site,
    publicUrl: 'https://minutes.example.org',
    logger: createLogger({ service: 'publish', level: 'silent' }),
  });

/** Every entry of the public record, as it is. */
async function publicEntries(): Promise<readonly string[]> {
  const store = await SqliteEventStore.open({
    file: join(ledger.folder, 'public', 'public.sqlite'),
    readOnly: true,
  });
  try {
    for (;;) {
      const entries = await readEntries(store, 0, 5_000);
      if (entries.length >= (await ledger.ports.store.head())) return entries.map(({ text }) => text);
      await new Promise(setImmediate);
    }
  } finally {
    await store.close();
  }
}

const allIsShown = async () => {
  await ledger.settled();
  await feed.whenAt((await publicEntries()).length);
};

type Rendition = Readonly<{ sha256: string; lang: string; format: string }>;

async function minutesOf(): Promise<Record<string, unknown>> {
  return (await ledger.get('/v1/meetings/m-1/minutes')).body;
}

const person = `/v1/persons/${personId}`;
const seat = { bodyId: 'cssc', seatId: 'district-1' };

/** Everywhere that a name can go: recorded, corrected, published, withdrawn, published again, and in minutes. */
async function useTheName(): Promise<void> {
  await establishCommittee(ledger, 'cssc', 2);
  await ledger.record(`${person}/register-person`);
  const repeated = { headers: { 'idempotency-key': 'name-1' } };
  const first = await ledger.record(`${person}/change-person-data`, { name }, repeated);
  const again = await ledger.record(`${person}/change-person-data`, { name }, repeated);
  expect(again.body).toMatchObject({ repeated: true, events: first.body.events });
  expect(await ledger.post(`${person}/change-person-data`, { name: newName }, repeated)).toMatchObject({
    status: 422,
    body: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
  await ledger.record('/v1/bodies/cssc/set-display-name-policy', { seatId: 'district-1', policy: 'full' });
  await ledger.record(`${person}/publish-person-name`, seat);
  await ledger.settled();
  await ledger.record(`${person}/change-person-data`, { name: newName });
  await ledger.settled();
  await ledger.record(`${person}/publish-person-name`, seat);
  await ledger.settled();
  const present = ['district-1', 'district-2', 'union-1', 'union-2'];
  await motionInMeeting(ledger, { bodyId: 'cssc', meetingId: 'm-1', motionId: 'mo-1', present });
  await ledger.record('/v1/meetings/m-1/adjourn');
  await ledger.record('/v1/meetings/m-1/draft-minutes', { visibility: 'public' });
  await allIsShown();
}

beforeAll(async () => {
  ledger = await startLedger();
  feed = await startFeed(ledger.folder);
  await useTheName();
}, patience);

afterAll(async () => {
  await feed.close();
  await ledger.close();
  rmSync(site, { recursive: true });
});

it(
  'a name that was used everywhere is in no byte of the data folder or the site after the erasing, and the record stands',
  async () => {
    const minutes = await minutesOf();
    const { sha256 } = minutes.rendition as Rendition;
    expect(JSON.stringify(minutes)).toContain(newName);
    expect(await (await feed.get(`/blobs/${sha256}`)).text()).toContain(newName);
    expect((await ledger.get(`${person}/name`)).body).toEqual({ personId, name: newName });
    expect(JSON.stringify((await ledger.get('/v1/bodies/cssc/composition')).body)).toContain(newName);
    expect(JSON.stringify(await (await feed.get('/bodies/cssc')).json())).toContain(newName);
    expect(await (await feed.get(`/persons/${personId}`)).json()).toMatchObject({ personId, name: newName });
    // What the search finds before, it would find after.
    expect(filesWith(ledger.folder, parts)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^public\/directory\.sqlite/),
        expect.stringMatching(/^public\/blobs\.sqlite/),
        expect.stringMatching(/^ledger\/blobs\.sqlite/),
      ]),
    );
    await publishSite();
    expect(filesWith(site, parts)).toEqual(
      expect.arrayContaining([
        `blobs/${sha256}`,
        `persons/${personId}`,
        'bodies/cssc/index.json',
        'en/bodies/cssc/index.html',
        'es/bodies/cssc/index.html',
      ]),
    );
    const key = await ledger.ports.vault.find(personId);
    expect(key).toHaveLength(32);
    const before = await publicEntries();

    await ledger.record(`${person}/erase-person`, { basis: 'The person asked for it' });
    await allIsShown();

    expect((await ledger.get(person)).body).toMatchObject({
      erasure: 'done',
      named: false,
      namePublic: false,
    });
    await publishSite();
    expect(filesWith(ledger.folder, parts)).toEqual([]);
    expect(filesWith(site, parts)).toEqual([]);
    expect(filesIn(site).length).toBeGreaterThan(100);
    expect(filesIn(ledger.folder).filter((file) => readFileSync(file).includes(key ?? ''))).toEqual([]);
    expect((await publicEntries()).slice(0, before.length)).toEqual(before);
    expect((await ledger.get(`${person}/name`)).status).toBe(404);
    expect(JSON.stringify((await ledger.get('/v1/bodies/cssc/composition')).body)).toContain(personId);
    const shown = await (await feed.get('/bodies/cssc')).text();
    expect([shown.includes(personId), shown.includes('Zephyrine')]).toEqual([true, false]);
    expect((await feed.get(`/persons/${personId}`)).status).toBe(410);
    expect((await feed.get(`/blobs/${sha256}`)).status).toBe(410);
    expect((await ledger.get(`/v1/blobs/${sha256}`)).status).toBe(410);
    const erased = await minutesOf();
    expect(erased).toMatchObject({ sha256: minutes.sha256, erasedRendition: { sha256 } });
    // Made anew, the minutes name the seat.
    const again = erased.rendition as Rendition & Readonly<{ text: string }>;
    expect(again.sha256).not.toBe(sha256);
    expect(again.text).toContain('Moved by Seat district');
    expect(JSON.stringify(erased)).not.toContain('Zephyrine');
    for (const [operation, body] of [
      ['change-person-data', { name }],
      ['publish-person-name', seat],
      ['erase-person', { basis: 'again' }],
    ] as const)
      expect((await ledger.post(`${person}/${operation}`, body)).body).toMatchObject({
        code: 'PERSON_ERASED',
      });
    expect(filesWith(ledger.folder, parts)).toEqual([]);
  },
  patience,
);
