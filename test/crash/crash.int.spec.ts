import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { openLedgerStore } from '#engines';
import { embedded, engineOf, inFiles, removeStreams } from '#engines/testing';
import type { RecordedEvent } from '#event-store';
import { readEverything } from '#event-store/testing';

const rounds = 12;
/** No round begins later than this. Milliseconds. */
const budget = 15_000;

type Acknowledged = Readonly<{ stream: string; firstRevision: number; ids: readonly string[] }>;
type Content = Readonly<{ append: string; index: number; of: number }>;

const folder = await mkdtemp(join(tmpdir(), 'crash-'));
const file = join(folder, 'killed.sqlite');
afterAll(async () => {
  await removeStreams(folder);
  await rm(folder, { recursive: true });
});

function parse(line: string): Acknowledged {
  const [stream, firstRevision, ids] = JSON.parse(line) as [string, number, string[]];
  return { stream, firstRevision, ids };
}

/** Lets a process append until it has acknowledged enough and a moment more, kills it, answers what it acknowledged. */
async function appendUntilKilled(enough: number, moment: number): Promise<readonly Acknowledged[]> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', join(import.meta.dirname, 'appender.ts'), folder, file],
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

/** In a database, positions are places in a log that it shares with others. */
function expectDense(events: readonly RecordedEvent[]): void {
  const positions = events.map(({ position }) => position);
  expect(positions).toEqual(embedded ? events.map((_, i) => i + 1) : positions.toSorted((a, b) => a - b));
  const next = new Map<string, number>();
  for (const { stream, revision } of events) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
  }
}

const isFile = inFiles('the integrity of the file after a crash');

function expectIntact(): void {
  if (!isFile) return;
  const db = new Database(file, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}

async function expectSound(acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = await openLedgerStore({ ...engineOf(folder), file });
  const events = await readEverything(store, 0);
  expectNothingLost(events, acknowledged);
  expectNothingHalf(events);
  expectDense(events);
  await store.close();
  expectIntact();
}

describe('a process that is killed while it appends', () => {
  it('loses no acknowledged event and leaves no half-written append, again and again', async () => {
    const acknowledged: Acknowledged[] = [];
    const startedAt = performance.now();
    for (let round = 0; round < rounds && performance.now() - startedAt < budget; round++) {
      const [enough, moment] = [1 + Math.floor(Math.random() * 300), Math.random() * 15];
      acknowledged.push(...(await appendUntilKilled(enough, moment)));
      await expectSound(acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
  });
});
