import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { inFiles } from '#engines/testing';
import { MemoryEventStore } from '#event-store';
import { decode as decodeEvent } from '#governance';
import { appendSpanIdOf } from '#platform';
import type { Span } from '#platform';
import { closedEvent, publicEvent, record } from '#public-record/testing';
import { connect } from './testing/sse-client.ts';
import { makePlace, startFeed, startLedger } from './testing/running-feed.ts';
import type { Place } from './testing/running-feed.ts';
import { recordBody, recordDecision } from './testing/scenario.ts';

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

function newPlace(): Place {
  const place = makePlace();
  cleanUp.push(place.remove);
  return place;
}

/** Closed after the test if the test does not do it. */
function closing<T extends Readonly<{ close: () => Promise<void> }>>(running: T): T {
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= running.close());
  cleanUp.push(close);
  return { ...running, close };
}

const decide = (motionId: string) => ({ motionId, bodyId: 'council', title: `About ${motionId}` });
const at = { at: '2026-01-14T18:30:00Z' };

const decisionsOf = async (url: string): Promise<readonly string[]> => {
  const { items } = (await (await fetch(`${url}/decisions`)).json()) as {
    items: readonly { motionId: string }[];
  };
  return items.map(({ motionId }) => motionId);
};

type Ready = Readonly<{ parts?: Readonly<{ checkpoint: Readonly<{ size: number }> }> }>;

const isCovered = (answer: unknown, size: number): boolean =>
  (answer as Ready).parts?.checkpoint.size === size;

describe('a feed without a public record', () => {
  // In a database, a record of which nothing is published yet is one without entries.
  const ofFiles = inFiles('a feed whose public record is not made yet') ? it : it.skip;

  ofFiles('waits for it, and says so', async () => {
    const place = newPlace();
    const feed = closing(await startFeed(place));
    for (const path of [
      '/',
      '/feed.json',
      '/decisions',
      '/decisions/x',
      '/bodies',
      '/events',
      '/health/ready',
      '/health',
    ]) {
      const answer = await fetch(`${feed.url}${path}`);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    expect((await fetch(`${feed.url}/health/live`)).status).toBe(200);
    const ledger = closing(await startLedger(place));
    await recordDecision(ledger.store, decide('first'), at);
    await feed.whenAt(5);
    expect(await decisionsOf(feed.url)).toEqual(['first']);
    await ledger.whenSealed();
    const ready = async (): Promise<unknown> => (await fetch(`${feed.url}/health/ready`)).json();
    while (!isCovered(await ready(), 5));
    expect(await ready()).toMatchObject({
      status: 'ready',
      position: 5,
      parts: { readModels: { ready: true, lag: 0 }, log: { ready: true }, checkpoint: { waitedSeconds: 0 } },
    });
    await feed.close();
    await ledger.close();
  });

  it('can be stopped while it waits', async () => {
    const feed = closing(await startFeed(newPlace()));
    await feed.close();
  });
});

describe('a feed that was away', () => {
  it('catches up with what was published meanwhile, and its readers with it', async () => {
    const place = newPlace();
    // Links start with it: they must not change with the port.
    const env = { MINUTEBOOK_PUBLIC_URL: 'https://records.example.org' };
    const ledger = closing(await startLedger(place));
    await recordBody(ledger.store, 'council', 'Council', at);
    await recordDecision(ledger.store, decide('before'), at);
    const feed = closing(await startFeed(place, { env }));
    const head = await ledger.store.head();
    await feed.whenAt(head);
    const reader = await connect(`${feed.url}/events`);
    const seen = await reader.take(head);
    const etag = (await fetch(`${feed.url}/decisions/before:v-1`)).headers.get('etag');
    await feed.close();
    expect(await reader.nextOther()).toMatch(/^retry: \d{4}\n: the feed stops here; come back$/);
    expect(await reader.take(1)).toEqual([]);
    expect(reader.response.complete).toBe(true);

    await recordDecision(ledger.store, decide('meanwhile'), at);
    const again = closing(await startFeed(place, { env }));
    await again.whenAt(head + 5);
    expect(await decisionsOf(again.url)).toEqual(['meanwhile', 'before']);
    expect((await fetch(`${again.url}/decisions/before:v-1`)).headers.get('etag')).toBe(etag);
    const back = await connect(`${again.url}/events`, { 'last-event-id': String(seen.at(-1)?.id) });
    expect((await back.take(5)).map(({ id }) => id)).toEqual([0, 1, 2, 3, 4].map((i) => head + i));
    back.leave();
  });

  const ofFile = inFiles('a feed whose public record was replaced') ? it : it.skip;

  ofFile('shows nothing of a record that was there before, when it finds another one', async () => {
    const place = newPlace();
    const showOnly = async (motionId: string) => {
      const ledger = closing(await startLedger(place, new MemoryEventStore()));
      await recordDecision(ledger.store, decide(motionId), at);
      const feed = closing(await startFeed(place));
      await feed.whenAt(5);
      expect(await decisionsOf(feed.url)).toEqual([motionId]);
      await feed.close();
      await ledger.close();
    };
    await showOnly('old');
    for (const folder of ['public', 'ledger-log']) rmSync(join(place.data, folder), { recursive: true });
    await showOnly('new');
  });
});

describe('a feed that is traced', () => {
  it('projects in the trace of the command, whichever process carried it out', async () => {
    const place = newPlace();
    const ledger = closing(await startLedger(place));
    const spans: Span[] = [];
    const nothing = () => Promise.resolve();
    const tracing = {
      newSpanId: () => '0'.repeat(16),
      ended: (span: Span) => spans.push(span),
      close: nothing,
    };
    const feed = closing(await startFeed(place, { tracing }));
    await feed.whenAt(0);
    await recordDecision(ledger.store, decide('first'), at);
    await feed.whenAt(5);
    // What was projected is told when what comes next is asked for.
    await recordDecision(ledger.store, decide('second'), at);
    await feed.whenAt(10);
    const events = (await ledger.store.readAll({ limit: 5 })).map(decodeEvent);
    expect(
      spans.slice(0, 5).map(({ name, correlationId, parentId }) => ({ name, correlationId, parentId })),
    ).toEqual(
      events.map(({ envelope }) => ({
        name: 'project',
        correlationId: envelope.$correlationId,
        parentId: appendSpanIdOf(envelope.commandId),
      })),
    );
  });
});

describe('a feed whose read models are damaged', () => {
  it('makes them again', async () => {
    const place = newPlace();
    const ledger = closing(await startLedger(place));
    await recordDecision(ledger.store, decide('first'), at);
    const feed = closing(await startFeed(place));
    await feed.whenAt(5);
    await feed.close();
    const folder = join(place.data, 'feed');
    for (const name of readdirSync(folder).filter((file) => /\.(sqlite|db)/.test(file)))
      writeFileSync(join(folder, name), randomBytes(8192));
    const again = closing(await startFeed(place));
    await again.whenAt(5);
    expect(await decisionsOf(again.url)).toEqual(['first']);
  });
});

describe('events while the record grows', () => {
  it('have neither gaps nor repeats for many readers that come and go', async () => {
    const place = newPlace();
    const ledger = closing(await startLedger(place));
    const feed = closing(await startFeed(place));
    await record(ledger.store, [publicEvent()]);
    await feed.whenAt(1);
    const total = 300;
    const publishing = (async () => {
      for (let i = 1; i < total; i++) await record(ledger.store, [i % 3 ? publicEvent() : closedEvent()]);
    })();
    const read = async (stay: number): Promise<readonly number[]> => {
      const ids: number[] = [];
      while (ids.length < total) {
        const headers = ids.length > 0 ? { 'last-event-id': String(ids.at(-1)) } : {};
        const reader = await connect(`${feed.url}/events`, headers);
        ids.push(...(await reader.take(Math.min(stay, total - ids.length))).map(({ id }) => id));
        reader.leave();
      }
      return ids;
    };
    const all = await Promise.all([1, 2, 3, 5, 8].map((n) => read(n * 12)));
    await publishing;
    for (const ids of all) expect(ids).toEqual(Array.from({ length: total }, (_, i) => i));
  });
});

/** Reads the public file as a stranger who may not write, and tries to write all the same. */
const stranger = `
  const { SqliteEventStore } = await import('#event-store-sqlite');
  const [file] = process.argv.slice(1);
  const append = async (readOnly) => {
    const store = await SqliteEventStore.open({ file, readOnly });
    const event = { id: crypto.randomUUID(), type: 'X', data: '{}', metadata: '{}' };
    return store.append('public-record', 'any', [event]).finally(() => store.close());
  };
  const outcome = (appending) => appending.then(() => 'stored', () => 'refused');
  const store = await SqliteEventStore.open({ file, readOnly: true });
  const entries = await store.readStream('public-record');
  console.log(JSON.stringify([entries.length, await outcome(append(true)), await outcome(append(false))]));
  process.exit(0);
`;

async function asNobody(file: string): Promise<unknown> {
  const nobody = 65_534;
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--input-type=module', '-e', stranger, file],
    {
      uid: nobody,
      gid: nobody,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(output);
}

const describeFile = inFiles('the public record as a file') ? describe : describe.skip;

describeFile('the feed cannot write the public record', () => {
  it('leaves its file as it is, whatever is asked', async () => {
    const place = newPlace();
    const ledger = closing(await startLedger(place));
    await recordDecision(ledger.store, decide('first'), at);
    const feed = closing(await startFeed(place));
    await feed.whenAt(5);
    const before = readFileSync(ledger.publicFile);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      for (const path of ['/decisions', '/events', '/decisions/first:v-1'])
        expect(
          (await fetch(`${feed.url}${path}`, { method, body: method === 'POST' ? '{}' : null })).status,
        ).toBe(405);
    await feed.close();
    expect(readFileSync(ledger.publicFile).equals(before)).toBe(true);
  });

  // Only root may become somebody else.
  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('runs as a user who may only read it', async () => {
    const place = newPlace();
    mkdirSync(join(place.data, 'public'), { recursive: true });
    const ledger = closing(await startLedger(place));
    await recordDecision(ledger.store, decide('first'), at);
    for (const folder of [place.data, join(place.data, 'public')]) chmodSync(folder, 0o755);
    expect(await asNobody(ledger.publicFile)).toEqual([5, 'refused', 'refused']);
  });
});
