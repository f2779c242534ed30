import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { organization } from '#governance';
import type { Recorded } from '#governance';
import { commandIdFor, occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { ProcessRunner } from './process-runner.ts';
import type { Failure, ProcessRunnerOptions } from './process-runner.ts';

let folder: string;
let store: MemoryEventStore;
let seen: string[];
let failures: Failure[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-processes-'));
  store = new MemoryEventStore();
  seen = [];
  failures = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const context = (): WriteContext => ({
  recordedBy: { actorId: 'operator', role: 'admin' },
  mode: 'live',
  commandId: commandIdFor('operator', undefined),
  correlationId: 'test',
  visibility: 'public',
});

const register = async (name: string) => {
  const writing = context();
  const intention = {
    streamId: name,
    command: { type: 'RegisterOrganization' as const, name },
    context: writing,
  };
  const facts = () => Promise.resolve({ at: occurredAt(writing, 'UTC') });
  return (await new StreamWriter(store).write(organization.decider, intention, facts)).position;
};

type React = (recorded: Recorded) => Promise<void>;
const note: React = ({ streamId }) => {
  seen.push(streamId);
  return Promise.resolve();
};

const open = (react: React = note, over: Partial<ProcessRunnerOptions> = {}) =>
  new ProcessRunner({
    store,
    file: join(folder, 'processes.sqlite'),
    managers: [{ name: 'notes', reactsTo: ['OrganizationRegistered'], react }],
    onFailure: (failure) => failures.push(failure),
    pause: 1,
    ...over,
  });

/** Runs a runner until it has reached a position. */
async function runTo(runner: ProcessRunner, position: number): Promise<void> {
  const stop = new AbortController();
  const running = runner.run(stop.signal);
  await runner.whenReached(position, { timeoutMs: 10_000 });
  stop.abort();
  await running;
  runner.close();
}

describe('ProcessRunner', () => {
  it('gives every event to who reacts to it, in order, live ones too', async () => {
    await register('a');
    const runner = open();
    const stop = new AbortController();
    const running = runner.run(stop.signal);
    const position = await register('b');
    await runner.whenReached(position, { timeoutMs: 10_000 });
    expect(seen).toEqual(['a', 'b']);
    stop.abort();
    await running;
    runner.close();
  });

  it('goes on behind its checkpoint', async () => {
    await runTo(open(), await register('a'));
    await runTo(open(), await register('b'));
    expect(seen).toEqual(['a', 'b']);
  });

  it('tries an event again until it succeeds, and nothing after it before', async () => {
    await register('a');
    const position = await register('b');
    let broken = 3;
    const runner = open((recorded) => {
      if (recorded.streamId === 'a' && broken-- > 0) throw new Error('not yet');
      return note(recorded);
    });
    await runTo(runner, position);
    expect(seen).toEqual(['a', 'b']);
    expect(failures.map(({ process, type, attempt }) => [process, type, attempt])).toEqual(
      [1, 2, 3].map((attempt) => ['notes', 'OrganizationRegistered', attempt]),
    );
  });

  it('stopped while an event fails, it starts with that event', async () => {
    await register('a');
    const stop = new AbortController();
    const stuck = open(() => {
      stop.abort();
      return Promise.reject(new Error('never'));
    });
    await stuck.run(stop.signal);
    stuck.close();
    await runTo(open(), 1);
    expect(seen).toEqual(['a']);
  });

  it('a checkpoint of a later state of the store is not believed', async () => {
    await register('a');
    await runTo(open(), await register('b'));
    store = new MemoryEventStore();
    seen = [];
    await runTo(open(), await register('c'));
    expect(seen).toEqual(['c']);
  });
});
