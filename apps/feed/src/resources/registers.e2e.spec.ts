import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { hostileTitle } from '../testing/hostile.ts';
import { recordPages } from '../testing/pages-record.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordDecision, recordEvents } from '../testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordPages(ledger.store);
  await recordDecision(
    ledger.store,
    { bodyId: 'council', motionId: 'formula', title: '=1+1', seats: 3, noes: ['union-1'] },
    { at: '2026-02-14' },
  );
  const secret = {
    type: 'CommitmentMade',
    kind: 'target',
    title: 'Secret',
    owner: { kind: 'body', ref: 'council' },
  };
  await recordEvents(ledger.store, 'commitment-secret', [secret as never], {
    at: '2026',
    visibility: 'members',
  });
  await recordEvents(
    ledger.store,
    'organization-neutral',
    [{ type: 'OrganizationRegistered', name: 'A neutral convener' }],
    { at: '2023-05-01' },
  );
  await recordEvents(
    ledger.store,
    'body-older',
    [
      {
        type: 'BodyEstablished',
        name: 'Older',
        classification: 'committee',
        timeZone: 'America/Los_Angeles',
      },
      {
        type: 'RoleAssigned',
        roleId: 'convener',
        role: 'convener',
        holder: { kind: 'organization', id: 'neutral' },
      },
    ],
    { at: '2023' },
  );
  await ledger.whenPublished();
  feed = await startFeed(place);
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const get = (path: string) => fetch(feed.url + path, { headers: { accept: 'application/json' } });
const json = async (path: string): Promise<unknown> => (await get(path)).json();
const page = async (path: string): Promise<string> => (await fetch(feed.url + path)).text();

describe('a body', () => {
  it('is shown in any year since it began, and names who holds an office', async () => {
    const html = await page('/en/bodies/older');
    expect(html).toMatch(/<input id="filter-year" type="range" name="asOf" min="2023" max="\d{4}"/);
    expect(html).toContain('A neutral convener');
    expect(await page('/es/bodies/older?asOf=2024')).toMatch(/type="range"[^>]* value="2024"/);
    expect(await page('/en/bodies/council')).not.toContain('type="range"');
  });
});

describe('an instrument', () => {
  it('is told as of a time, and adopted, ratified, in force and replaced apart', async () => {
    expect(await json('/instruments/bylaws?asOf=2026-03-02')).toMatchObject({
      inForce: [{ versionId: 'v2', certainty: 'certain' }],
      text: {
        version: { versionId: 'v2' },
        clauses: [{ putBy: { byMotionId: 'trees', decisionId: 'trees:v-1' } }, {}, {}],
      },
      versions: [{ status: 'replaced' }, { status: 'in_force' }, { status: 'adopted' }],
    });
    expect(await json('/instruments/bylaws?asOf=2021-01-01')).toMatchObject({
      text: { version: { versionId: 'v1' } },
    });
    expect(await page('/en/instruments/bylaws?asOf=2021-01-01')).toContain(
      'A majority of the seats is a quorum.',
    );
  });

  it('says what the record knew at a time', async () => {
    expect((await get('/instruments/bylaws?knownAt=2001-01-01')).status).toBe(404);
  });

  it('leads from a clause to the motion and the decision that put it there, and back', async () => {
    expect(await page('/en/instruments/bylaws')).toContain('href="/en/decisions/trees:v-1"');
    expect(await page('/en/motions/trees')).toContain('href="/en/instruments/bylaws?version=v2"');
    expect(await page('/en/clauses/bylaws:quorum')).toContain('<ins>Two</ins>');
  });

  it('is laid side by side with an earlier text; by default with the one that it amends', async () => {
    expect(await json('/instruments/bylaws/diff?to=v2')).toMatchObject({
      from: 'v1',
      to: 'v2',
      comparable: true,
    });
    const html = await page('/es/instruments/bylaws/diff?from=v1&to=v2');
    expect(html).toContain('<del>A</del>');
    expect(html).toContain('Todavía no está');
  });

  it.each([
    '/instruments/none',
    '/instruments/bylaws?version=v9',
    '/instruments/bylaws/diff?from=v9',
    '/clauses/bylaws:none',
  ])('is not found: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('the registers', () => {
  it('state totals beside derived ones, and do not fill in what is not known', async () => {
    expect(await json('/cohorts')).toMatchObject({
      programmes: [
        {
          programId: 'community-schools',
          register: { total: { known: 7, unknownParts: 1, plannedParts: 1 } },
          totals: { targets: [{ commitmentId: 'seventy', figure: 10, verdict: 'needs', remainder: 3 }] },
        },
      ],
    });
    const html = await page('/es/cohorts');
    expect(html).toContain('Solo es cierto si la cohorte que no se conoce suma 3');
  });

  it('show claims that do not agree with the way to their sources, and no way that a browser would run', async () => {
    const found = (await json('/contradictions')) as { contradictions: readonly { subject: string }[] };
    expect(found.contradictions.map(({ subject }) => subject)).toEqual(['community-schools', 'elm']);
    const html = await page('/en/contradictions');
    expect(html).toContain('The numbers differ by up to 10');
    expect(html).toContain('<a href="https://paper.example/1"');
    expect(html).not.toContain('href="javascript');
  });

  it('put first what is overdue, and hold nothing that is not public', async () => {
    const html = await page('/en/commitments?asOf=2024-01-01');
    expect(html.indexOf('/commitments/seventy')).toBeLessThan(html.indexOf('/commitments/money'));
    expect(html).toContain('2 of 10 schools are known (2 + ?)');
    expect(html).not.toContain('Secret');
    expect((await get('/commitments/secret')).status).toBe(404);
    expect(await json('/commitments?standing=met')).toMatchObject({ items: [{ commitmentId: 'money' }] });
  });

  it('tell of a school by which motion it was designated', async () => {
    expect(await json('/schools/elm?asOf=2022-02-01')).toMatchObject({
      designated: 'certain',
      designations: [{ cohortId: 'first', suspended: 'certain' }],
    });
    expect(await page('/en/schools/elm')).toContain('href="/en/motions/trees"');
  });

  it('refuse what they do not know', async () => {
    expect((await get('/commitments?standing=nearly')).status).toBe(400);
    expect((await get('/cohorts?asOf=yesterday')).status).toBe(400);
  });
});

describe('a body', () => {
  it('is stepped through from change to change', async () => {
    const html = await page('/en/bodies/council?asOf=2025-01-01');
    expect(html).toContain('href="/en/bodies/council?asOf=2026-01-07#seats" rel="next"');
    expect(html).not.toContain('rel="prev"');
    expect(await page('/es/bodies/council')).toContain('href="/es/seats/council:union-1"');
  });
});

describe('the home page', () => {
  it('says what is due', async () => {
    const html = await page('/en/');
    expect(html).toContain('href="/en/commitments/seventy"');
    expect(html).not.toContain('href="/en/commitments/money"');
  });
});

describe('the record of a seat', () => {
  it('tells its votes, dissents and recusals', async () => {
    expect(await json('/seats/council:union-1')).toMatchObject({
      totals: { votes: 3, dissents: 1, agreement: [{ constituencyId: 'district', of: 3, agreed: 1 }] },
      recusals: [{ meetingId: 'meeting-1', item: '2', identifiedPublicly: true, leftRoom: true }],
      attendance: { totals: { alternate: 1 } },
    });
    expect((await get('/seats/council:none')).status).toBe(404);
    expect((await get('/seats/council')).status).toBe(404);
  });

  it('is a table, too, that no spreadsheet takes for formulas', async () => {
    const answer = await get('/seats/council:union-1/votes.csv');
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    const rows: Record<string, string>[] = parse(await answer.text(), { columns: true });
    expect(rows.map(({ decision_id, answer: said, dissent }) => [decision_id, said, dissent])).toEqual([
      ['formula:v-1', 'no', 'true'],
      ['hostile:v-1', 'no', 'false'],
      ['trees:v-1', 'yes', 'false'],
    ]);
    expect(rows.map(({ title }) => title)).toEqual(["'=1+1", hostileTitle, 'Two trees']);
  });

  it('is of a time, where one is asked for', async () => {
    const rows = (await (await get('/seats/council:union-1/votes.csv?from=2026-02-01')).text())
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(2);
  });
});
