import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseWhen, unknownWhen } from '#governance';
import type { DomainEvent, meeting, Visibility } from '#governance';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordBody, recordDecision, recordEvents } from '../testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

const [first, second] = ['# Minutes, first draft', '# Minutes, second draft'];
const documentHash = (text: string): string => hash('sha256', `document of ${text}`);

const at = { at: '2026-01-14T18:30:00Z' };
const put = (text: string) => ledger.blobs.put(Buffer.from(text), 'text/markdown; charset=utf-8');
const renditionsOf = async (text: string): Promise<readonly meeting.MinutesRendition[]> => [
  { lang: 'en', format: 'markdown', sha256: await put(text) },
];

const schedule = (id: string) =>
  recordEvents(
    ledger.store,
    `meeting-${id}`,
    [
      {
        ...{ type: 'MeetingScheduled', bodyId: 'council', meetingType: 'regular', title: 'January' },
        ...{ startsAt: parseWhen(at.at, 'UTC') ?? unknownWhen, timeZone: 'UTC', places: [] },
      },
    ],
    at,
  );

async function draft(id: string, text: string, uptoRevision: number, visibility: Visibility = 'public') {
  const event: DomainEvent = {
    ...{ type: 'MinutesDrafted', uptoRevision, streams: [], sha256: documentHash(text) },
    ...{ renditions: await renditionsOf(text), renderer: 'r', missing: [], coChairsOf: ['union'] },
  };
  await recordEvents(ledger.store, `meeting-${id}`, [event], { ...at, visibility });
}

const attest = (id: string, text: string) =>
  recordEvents(
    ledger.store,
    `meeting-${id}`,
    [
      {
        ...{ type: 'RecordAttested', role: 'co_chair', seatId: 'union-1', constituencyId: 'union' },
        ...{ sha256: documentHash(text), rosterRevision: 10 },
      },
    ],
    at,
  );

const approve = async (id: string, text: string) =>
  recordEvents(
    ledger.store,
    `meeting-${id}`,
    [
      {
        ...{ type: 'MinutesApproved', motionId: 'approve', motionRevision: 4, asCorrected: false },
        ...{ revision: 7, sha256: documentHash(text), renditions: await renditionsOf(text) },
        privacyChecked: true,
      },
    ],
    at,
  );

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordBody(ledger.store, 'council', 'Joint Council', { at: '2019-fall' });
  for (const id of ['meeting-1', 'private-draft', 'public-draft', 'no-minutes']) await schedule(id);
  await recordDecision(ledger.store, { motionId: 'gardens', bodyId: 'council', title: 'Gardens' }, at);
  await draft('meeting-1', first, 3, 'members');
  await attest('meeting-1', first);
  await draft('meeting-1', second, 7, 'members');
  await attest('meeting-1', second);
  await approve('meeting-1', second);
  await draft('private-draft', '# For members', 1, 'members');
  await draft('public-draft', '# For everybody', 1);
  feed = await startFeed(place, { env: { MINUTEBOOK_PUBLIC_URL: 'https://feed.example' } });
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

type Minutes = Readonly<{
  renditions: readonly Readonly<{ sha256: string; url: string }>[];
  attestations: readonly Readonly<{ current: boolean }>[];
}>;
const ask = (path: string, init: RequestInit = {}) => fetch(`${feed.url}${path}`, init);
const read = async (path: string) => (await ask(path)).json() as Promise<Record<string, unknown>>;

describe('GET /meetings/{id}/minutes', () => {
  it('tells which bytes were approved, of which revision, by which motion, and who attests them', async () => {
    const minutes = await read('/meetings/meeting-1/minutes');
    expect(minutes).toMatchObject({
      ...{ meetingId: 'meeting-1', bodyId: 'council', title: 'January', status: 'approved' },
      ...{ revision: 7, sha256: documentHash(second) },
      approval: { motionId: 'approve', asCorrected: false, approvedAt: { literal: at.at } },
      attestations: [
        { seatId: 'union-1', constituencyId: 'union', sha256: documentHash(first), current: false },
        { seatId: 'union-1', constituencyId: 'union', sha256: documentHash(second), current: true },
      ],
      published: ['RecordAttested', 'RecordAttested', 'MinutesApproved'].map((type) => ({ type })),
    });
    expect(minutes).not.toHaveProperty('note');
    expect(JSON.stringify(minutes)).not.toContain(hash('sha256', first));
  });

  it('leads to the approved bytes, whose hash is their name', async () => {
    const answer = await ask('/meetings/meeting-1/minutes');
    const { renditions } = (await answer.json()) as Minutes;
    const [rendition] = renditions;
    const bytes = await ask(rendition!.url.replace('https://feed.example', ''));
    const text = await bytes.text();
    expect([text, hash('sha256', text)]).toEqual([second, rendition!.sha256]);
    expect(bytes.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(answer.headers.get('link')).toBe(
      `<${rendition!.url}>; rel="alternate"; hreflang="en"; type="text/markdown"`,
    );
  });

  it('knows nothing of a draft that is for the members, nor of its bytes', async () => {
    expect((await ask('/meetings/private-draft/minutes')).status).toBe(404);
    for (const text of [first, '# For members'])
      expect((await ask(`/blobs/${hash('sha256', text)}`)).status).toBe(404);
    expect(await read('/meetings/private-draft')).not.toHaveProperty('minutes');
  });

  it('says of a public draft that it is one', async () => {
    const minutes = await read('/meetings/public-draft/minutes');
    expect(minutes).toMatchObject({ status: 'draft', revision: 1, note: expect.stringContaining('draft') });
    expect(minutes).not.toHaveProperty('approval');
  });

  it.each(['/meetings', '/meetings/meeting-1', '/meetings/meeting-1/minutes'])(
    '%s is not sent twice, and can be asked for by HEAD',
    async (path) => {
      const answer = await ask(path);
      const etag = answer.headers.get('etag')!;
      expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
      const head = await ask(path, { method: 'HEAD' });
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    },
  );

  it.each([
    ['/meetings/none', 404],
    ['/meetings/none/minutes', 404],
    ['/meetings/no-minutes/minutes', 404],
    ['/meetings?color=red', 400],
    ['/meetings/meeting-1/minutes?revision=1', 400],
  ])('%s answers %d', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });
});

it('a meeting and what it decided lead to its minutes', async () => {
  const minutes = {
    status: 'approved',
    sha256: documentHash(second),
    url: 'https://feed.example/meetings/meeting-1/minutes',
  };
  expect(await read('/meetings/meeting-1')).toMatchObject({ title: 'January', minutes });
  expect(await read('/decisions/gardens:v-1')).toMatchObject({ meetingId: 'meeting-1', minutes });
  expect(await read('/meetings/no-minutes')).not.toHaveProperty('minutes');
});

it('GET /meetings lists them by body and time', async () => {
  const idsOf = async (search: string) =>
    ((await read(`/meetings${search}`)).items as { meetingId: string }[]).map(({ meetingId }) => meetingId);
  expect((await idsOf('?body=council&from=2026-01&to=2026-01')).sort()).toEqual([
    'meeting-1',
    'no-minutes',
    'private-draft',
    'public-draft',
  ]);
  expect(await idsOf('?body=none')).toEqual([]);
  expect(await idsOf('?to=2025')).toEqual([]);
});
