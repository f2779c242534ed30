import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Visibility } from '#governance';
import { anyLedgerEvent, record } from '#public-record/testing';
import { makePlace, startFeed, startLedger } from './testing/running-feed.ts';
import type { Feed, Ledger } from './testing/running-feed.ts';
import { connect } from './testing/sse-client.ts';
import { recordBody, recordDecision } from './testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

const hidden: readonly Visibility[] = ['members', 'closed_session', 'sealed'];
const secrets: string[] = [];
const shown: string[] = [];

const word = () => `canary${randomBytes(8).toString('hex')}`;

/** A body with a decision of one visibility; the same word stands in its ids, names and texts. */
async function recordAll(visibility: Visibility): Promise<string> {
  const secret = word();
  const recording = { at: '2026-01-14', visibility, lang: `x-${secret}` };
  await recordBody(ledger.store, secret, `Body ${secret}`, recording);
  await recordDecision(ledger.store, { motionId: secret, bodyId: secret, title: secret }, recording);
  return secret;
}

/** A public body in which a motion is voted on in closed session. */
async function recordClosedVote(): Promise<void> {
  const secret = word();
  const vote = { motionId: secret, bodyId: 'council', title: secret, noes: ['union-1'] };
  await recordDecision(ledger.store, vote, { at: '2026-01-14', visibility: 'closed_session' });
  secrets.push(secret);
}

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordBody(ledger.store, 'council', 'Council', { at: '2019' });
  for (const visibility of hidden) secrets.push(await recordAll(visibility));
  shown.push(await recordAll('public'));
  await recordClosedVote();
  const events = fc.sample(anyLedgerEvent, 150);
  await record(ledger.store, events);
  for (const event of events)
    (event.mayBePublic ? shown : secrets).push(...event.secrets.slice(0, event.mayBePublic ? 1 : 3));
  feed = await startFeed(place);
  await feed.whenAt(await ledger.store.head());
});

afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const registers = ['/instruments', '/cohorts', '/schools', '/commitments', '/contradictions'];

const textOf = async (path: string): Promise<string> => (await fetch(`${feed.url}${path}`)).text();

/** Everything that a list leads to, page by page. */
async function allPages(path: string): Promise<string> {
  let text = '';
  for (let next: string | null = path; next !== null;) {
    const answer: Response = await fetch(`${feed.url}${next}`);
    text += await answer.text();
    const [, url] = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '') ?? [];
    next = url === undefined ? null : url.slice(feed.url.length);
  }
  return text;
}

async function everyEntry(): Promise<string> {
  const reader = await connect(`${feed.url}/events`);
  const entries = await reader.take(await ledger.store.head());
  reader.leave();
  return JSON.stringify(entries);
}

async function everythingThatIsServed(): Promise<string> {
  const lists = await Promise.all(['/', '/feed.json', '/decisions', '/bodies', ...registers].map(allPages));
  const decisions = [...lists.join().matchAll(/"decisionId":"([^"]+)"/g)].map(([, id]) => `/decisions/${id}`);
  const bodies = [...lists.join().matchAll(/"bodyId":"([^"]+)"/g)].map(([, id]) => `/bodies/${id}`);
  const parts = ['instrument', 'school', 'commitment'].flatMap((kind) =>
    [...lists.join().matchAll(new RegExp(`"${kind}Id":"([^"]+)"`, 'g'))].map(([, id]) => `/${kind}s/${id}`),
  );
  const documents = await Promise.all([...new Set([...decisions, ...bodies, ...parts])].map(textOf));
  return [...lists, ...documents, await everyEntry()].join('\n');
}

describe('what is not public', () => {
  it('stands in nothing that the feed serves, and what is public does', async () => {
    const served = await everythingThatIsServed();
    expect(secrets.filter((secret) => served.includes(secret))).toEqual([]);
    expect(shown.filter((text) => !served.includes(text))).toEqual([]);
    expect(secrets.length).toBeGreaterThan(100);
  });

  it('cannot be asked for by who knows its name: it is as if it were not there', async () => {
    const unknown = JSON.stringify({ ...JSON.parse(await textOf('/bodies/nobody')), correlationId: '' });
    for (const secret of secrets.slice(0, 5))
      for (const path of [`/bodies/${secret}`, `/decisions/${secret}:v-1`]) {
        const answer = await fetch(`${feed.url}${path}`);
        expect(answer.status).toBe(404);
        const problem = (await answer.json()) as object;
        expect(JSON.stringify({ ...problem, correlationId: '' })).toBe(unknown);
      }
    for (const list of ['/decisions', '/feed.json'])
      expect((await (await fetch(`${feed.url}${list}?body=${secrets[0]}`)).json()) as object).toMatchObject({
        items: [],
      });
  });
});
