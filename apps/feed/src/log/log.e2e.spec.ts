import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEntries } from '#public-record';
import { publicEvent, record } from '#public-record/testing';
import { openPublicStore } from '#engines';
import { engineOf } from '#engines/testing';
import {
  decodeBundle,
  leafHash,
  newTiles,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseProof,
  parseVerifier,
  tilePath,
  verifyInclusion,
  verifyNote,
} from '#tlog';
import { checkpointsFrom } from '#transparency-log';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { recordBody, recordDecision } from '../testing/scenario.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

const get = (path: string, init?: RequestInit) => fetch(`${feed.url}${path}`, init);
const textOf = async (path: string) => (await get(path)).text();
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

/** Records, and waits until the feed serves a checkpoint that covers it. */
async function grow(events: number): Promise<void> {
  await record(
    ledger.store,
    Array.from({ length: events }, () => publicEvent()),
  );
  await ledger.whenSealed();
  await served(await ledger.store.head());
}

const sizeServed = async () => Number((await textOf('/log/checkpoint')).split('\n')[1]);

async function served(size: number): Promise<void> {
  while (!((await sizeServed()) >= size)) await new Promise(setImmediate);
}

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordBody(ledger.store, 'council', 'Council', { at: '2026' });
  await recordDecision(
    ledger.store,
    { motionId: 'trees', bodyId: 'council', title: 'Trees' },
    { at: '2026-01' },
  );
  feed = await startFeed(place);
  await feed.whenAt(await ledger.store.head());
  await grow(1);
  for (const events of [3, 236, 4, 100]) await grow(events);
});

afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

const verifier = async () => parseVerifier((await textOf('/log/key')).trim());
async function checkpoint() {
  const note = parseNote(await textOf('/log/checkpoint'));
  return { note, ...parseCheckpoint(note.text) };
}

describe('the log', () => {
  it('serves a checkpoint that the published key signed, with the hashes of what is stored', async () => {
    const { note, size, origin } = await checkpoint();
    expect(verifyNote(note, [await verifier()])).toHaveLength(1);
    expect(size).toBe(await ledger.store.head());
    expect(origin).toBe('localhost/minutebook');
    const { headers } = await get('/log/checkpoint');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('cache-control')).toMatch(/^public, max-age=[1-5],/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('names its keys, and a policy that has them', async () => {
    const { vkey } = await verifier();
    expect(await textOf('/log/keys')).toMatch(/^# signs since \S+, size \d+\nlocalhost\/minutebook\+\S+\n$/);
    expect(await textOf('/log/keys')).toContain(vkey);
    const { logs, quorum } = parsePolicy(await textOf('/log/policy'));
    expect(logs).toMatchObject([{ verifier: { vkey }, url: `${feed.url}/log` }]);
    expect(quorum).toBe('none');
  });

  it('serves every tile of every checkpoint that was published, full and partial, and the entries below them', async () => {
    const store = await openPublicStore({
      ...engineOf(place.data),
      file: ledger.publicFile,
      readOnly: true,
    });
    const sizes = new Set<number>();
    for await (const { size } of checkpointsFrom(store, 1)) sizes.add(size);
    expect(sizes.size).toBeGreaterThanOrEqual(5);
    for (const size of sizes)
      for (const tile of newTiles(0, size)) {
        const answer = await get(`/log/${tilePath(tile)}`);
        expect(answer.status).toBe(200);
        expect((await answer.arrayBuffer()).byteLength).toBe(32 * tile.width);
        if (tile.level > 0) continue;
        const entries = decodeBundle(
          await bytesOf(`/log/${tilePath(tile).replace('tile/0', 'tile/entries')}`),
        );
        expect(entries).toHaveLength(tile.width);
        const hashes = await bytesOf(`/log/${tilePath(tile)}`);
        expect(Buffer.concat(entries.map(leafHash)).equals(hashes)).toBe(true);
      }
    const stored = (await readEntries(store, 256, 1))[0]?.text;
    await store.close();
    const size = await sizeServed();
    const [first] = decodeBundle(await bytesOf(`/log/tile/entries/001.p/${size - 256}`));
    expect(first?.toString()).toBe(stored);
  });

  it('lets tiles be kept for ever, and answers HEAD as GET', async () => {
    for (const path of ['tile/0/000', 'tile/entries/000', 'tile/1/000.p/1']) {
      const [head, whole] = [await get(`/log/${path}`, { method: 'HEAD' }), await get(`/log/${path}`)];
      expect(head.status).toBe(200);
      expect(whole.headers.get('content-type')).toBe('application/octet-stream');
      expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
      expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
      const again = await get(`/log/${path}`, {
        headers: { 'if-none-match': whole.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
  });

  it.each([
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/999',
    'tile/1/000',
    'tile/1/000.p/2',
    'tile/2/000.p/1',
    'tile/64/000',
    'tile/00/000',
    'tile/entries/001',
    'tile/entries/001.p/255',
    'tile/',
    'tile',
    'nothing',
  ])('has no %s: 404, which no cache keeps', async (path) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await get(`/log/${path}`, { method });
      expect(status).toBe(404);
      if (path.startsWith('tile/')) expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is read only', async () => {
    const { status, headers } = await get('/log/checkpoint', { method: 'POST' });
    expect(status).toBe(405);
    expect(headers.get('allow')).toContain('GET');
  });
});

describe('proofs', () => {
  const check = async (path: string) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const { index, hashes, checkpoint: note } = parseProof(await answer.text());
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="entry-${index}.tlog-proof"`,
    );
    const parsed = parseNote(note);
    expect(verifyNote(parsed, [await verifier()])).toHaveLength(1);
    const { size, root } = parseCheckpoint(parsed.text);
    const bundle = Math.floor(index / 256);
    const width = Math.min(256, (await sizeServed()) - bundle * 256);
    const suffix = width === 256 ? '' : `.p/${width}`;
    const entries = decodeBundle(await bytesOf(`/log/tile/entries/00${bundle}${suffix}`));
    const leaf = leafHash(entries[index % 256] ?? Buffer.alloc(0));
    expect(verifyInclusion({ leaf, index, size, root, proof: hashes })).toBe(true);
    return { index, size };
  };

  it('prove every entry of a decision, by the addresses that the decision names', async () => {
    const decision = (await (await get('/decisions/trees:v-1')).json()) as {
      published: { index: number; type: string; proof: string }[];
    };
    expect(decision.published.map(({ type }) => type)).toContain('VoteClosed');
    for (const { index, proof } of decision.published)
      expect(await check(proof.slice(feed.url.length))).toMatchObject({ index });
  });

  it('prove by an older checkpoint, too', async () => {
    const size = await sizeServed();
    const old = size - 100;
    expect(await check(`/proofs/3?size=${old}`)).toEqual({ index: 3, size: old });
    expect(await check(`/proofs/${size - 1}?size=${size}`)).toMatchObject({ size });
  });

  it.each([
    ['an index that is not covered', (size: number) => `/proofs/${size}`],
    ['a size without a checkpoint', (size: number) => `/proofs/1?size=${size - 1}`],
    [
      'an index that an older checkpoint does not cover',
      (size: number) => `/proofs/${size - 1}?size=${size - 100}`,
    ],
    ['no number', () => '/proofs/01'],
  ])('are not there for %s', async (_what, path) => {
    expect((await get(path(await sizeServed()))).status).toBe(404);
  });
});
