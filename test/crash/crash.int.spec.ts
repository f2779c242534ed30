import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { RecordedEvent } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { readEverything } from '#event-store/testing';

const rounds = 12;
/** No round begins later than this. Milliseconds. */
const budget = 15_000;

type Acknowledged = Readonly<{ stream: string; firstRevision: number; ids: readonly string[] }>;
type Content = Readonly<{ append: string; index: number; of: number }>;

const folder = await mkdtemp(join(tmpdir(), 'crash-'));
afterAll(() => rm(folder, { recursive: true }));

function parse(line: string): Acknowledged {
  const [stream, firstRevision, ids] = JSON.parse(line) as [string, number, string[]];
  return { stream, firstRevision, ids };
}

/** Lets a process append until it has acknowledged enough and a moment more, kills it, answers what it acknowledged. */
async function appendUntilKilled(
  file: string,
  enough: number,
  moment: number,
): Promise<readonly Acknowledged[]> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', join(import.meta.dirname, 'appender.ts'), file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const lines: string[] = [];
  let killing: Promise<unknown> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length >= enough) killing ??= setTimeout(moment).then(() => child.kill('SIGKILL'));
  }
  await killing;
  expect(await ended).toEqual([null, 'SIGKILL']);
  // The last line may have been cut off.
  return lines.filter((line) => line.endsWith(']]')).map(parse);
}

const idAt = (events: readonly RecordedEvent[]) =>
  new Map(events.map(({ stream, revision, id }) => [`${stream} ${revision}`, id]));

function expectNothingLost(events: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): void {
  const ids = idAt(events);
  const kept = acknowledged.map(({ stream, firstRevision, ids: { length } }) =>
    Array.from({ length }, (_, i) => ids.get(`${stream} ${firstRevision + i}`)),
  );
  expect(kept).toEqual(acknowledged.map((one) => one.ids));
}

/** The events of one append follow one another, from the first to the last. */
function expectNothingHalf(events: readonly RecordedEvent[]): void {
  const contents = events.map(({ data }) => JSON.parse(data) as Content);
  const broken = contents.filter(({ append, index, of }, i) => {
    const before = contents[i - 1];
    const after = contents[i + 1];
    const begins = index === 0 || (before?.append === append && before.index === index - 1);
    const ends = index === of - 1 || (after?.append === append && after.index === index + 1);
    return !(begins && ends);
  });
  expect(broken).toEqual([]);
}

function expectDense(events: readonly RecordedEvent[]): void {
  expect(events.map(({ position }) => position)).toEqual(events.map((_, i) => i + 1));
  const next = new Map<string, number>();
  for (const { stream, revision } of events) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
  }
}

function expectIntact(file: string): void {
  const db = new Database(file, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}

async function expectSound(file: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = await SqliteEventStore.open({ file });
  const events = await readEverything(store, 0);
  expectNothingLost(events, acknowledged);
  expectNothingHalf(events);
  expectDense(events);
  await store.close();
  expectIntact(file);
}

describe('a process that is killed while it appends', () => {
  it('loses no acknowledged event and leaves no half-written append, again and again', async () => {
    const file = join(folder, 'killed.sqlite');
    const acknowledged: Acknowledged[] = [];
    const startedAt = performance.now();
    for (let round = 0; round < rounds && performance.now() - startedAt < budget; round++) {
      const [enough, moment] = [1 + Math.floor(Math.random() * 300), Math.random() * 15];
      acknowledged.push(...(await appendUntilKilled(file, enough, moment)));
      await expectSound(file, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
  }, 60_000);
});
