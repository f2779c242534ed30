import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { irregular, refuse } from '#governance';
import type { AtFact, Decider, organization } from '#governance';
import { MemoryEventStore } from '#event-store';
import type { EventStore, ExpectedRevision, NewEvent } from '#event-store';
import { commandIdFor } from './ids.ts';
import { IdempotencyKeyReused, Rejected, StaleRevision, TooMuchContention } from './errors.ts';
import { occurredAt } from './context.ts';
import type { WriteContext } from './context.ts';
import { StreamWriter } from './stream-writer.ts';
import type { FactsFor } from './stream-writer.ts';

type Event = organization.OrganizationRegistered;
type Count = Readonly<{ names: readonly string[] }>;
type Add = Readonly<{ type: 'Add'; name: string; times?: number }>;

/** Adds a name unless it is there; three at most are regular, `forbidden` is impossible. */
const names: Decider<Count, Event, Add, AtFact> = {
  category: 'organization',
  initialState: { names: [] },
  evolve: (state, event) => ({ names: [...state.names, event.name] }),
  *decide(state, { name, times = 1 }) {
    if (name === 'forbidden') return yield* refuse('FORBIDDEN', { name });
    if (state.names.includes(name)) return yield* refuse('TAKEN', { name });
    if (state.names.length >= 3) yield irregular('TOO_MANY', { count: state.names.length });
    return Array.from({ length: times }, () => ({ type: 'OrganizationRegistered', name }));
  },
};

const context = (key?: string, more: Partial<WriteContext> = {}): WriteContext => ({
  recordedBy: { actorId: 'a', role: 'secretary' },
  mode: 'minutes',
  occurredAt: '2026-01-01T00:00:00Z',
  commandId: commandIdFor('a', key),
  correlationId: 'c',
  visibility: 'public',
  ...more,
});

const noFacts: FactsFor<Count, AtFact> = () => Promise.resolve({ at: occurredAt(context(), 'UTC') });

const add = (writer: StreamWriter, name: string, given = context(), streamId = '1') =>
  writer.write(names, { streamId, command: { type: 'Add', name }, context: given }, noFacts);

const namesIn = async (store: EventStore, stream = 'organization-1') =>
  (await store.readStream(stream)).map(({ data }) => (JSON.parse(data) as { name: string }).name);

/** A name that its successor must follow at once: it is decided on the state that the one before it leaves. */
type Follow = Readonly<{ type: 'Follow'; name: string; after: string }>;

const chain: Decider<Count, Event, Follow, AtFact> = {
  category: 'organization',
  initialState: { names: [] },
  evolve: (state, event) => ({ names: [...state.names, event.name] }),
  *decide({ names: known }, { name, after }) {
    if (known.includes(name)) return yield* refuse('TAKEN', { name });
    if (known.length > 0 && known.at(-1) !== after) return yield* refuse('NOT_LAST', { name, after });
    return [{ type: 'OrganizationRegistered', name }];
  },
};

/** A store in which another process always appends first. */
class ContestedStore extends MemoryEventStore {
  contested = 0;

  override async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
    if (this.contested-- > 0) {
      const rival = { id: commandIdFor('rival', undefined), type: 'OrganizationRegistered', metadata: '{}' };
      const metadata = JSON.stringify({ occurredAt: occurredAt(context(), 'UTC'), commandId: rival.id });
      await super.append(stream, 'any', [{ ...rival, metadata, data: '{"name":"rival"}' }]);
    }
    return super.append(stream, expected, events);
  }
}

/** A store as over a network: what is appended stands there before the answer comes. */
class DistantStore extends ContestedStore {
  override append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
    const appended = super.append(stream, expected, events);
    appended.catch(() => undefined);
    return setImmediate().then(() => appended);
  }
}

describe('a stream writer', () => {
  it('answers with a receipt', async () => {
    const writer = new StreamWriter(new MemoryEventStore());
    const receipt = await add(writer, 'one');
    expect(receipt).toMatchObject({
      stream: 'organization-1',
      streamRevision: 0,
      events: [{ type: 'OrganizationRegistered', revision: 0 }],
      findings: [],
      repeated: false,
    });
  });

  it('stores nothing of a refused command', async () => {
    const store = new MemoryEventStore();
    const writer = new StreamWriter(store);
    await expect(add(writer, 'forbidden')).rejects.toThrow(Rejected);
    expect(await namesIn(store)).toEqual([]);
  });

  it('refuses live what it records with a finding from minutes', async () => {
    const writer = new StreamWriter(new MemoryEventStore());
    for (const name of ['1', '2', '3']) await add(writer, name);
    await expect(add(writer, '4', context(undefined, { mode: 'live' }))).rejects.toMatchObject({
      code: 'TOO_MANY',
      inputs: { count: 3 },
    });
    const { findings } = await add(writer, '4');
    expect(findings).toEqual([{ code: 'TOO_MANY', severity: 'irregular', inputs: { count: 3 } }]);
  });

  it('decides commands of one stream on what the ones before it leave, without waiting for the store', async () => {
    const store = new MemoryEventStore();
    const writer = new StreamWriter(store);
    const all = Array.from({ length: 50 }, (_, i) => add(writer, `n${i}`));
    const same = await Promise.allSettled([add(writer, 'twice'), add(writer, 'twice')]);
    await Promise.all(all);
    expect(same.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await namesIn(store)).toEqual([...all.map((_, i) => `n${i}`), 'twice']);
  });

  it('decides again after a lost race, on the new state', async () => {
    const store = new ContestedStore();
    store.contested = 3;
    const writer = new StreamWriter(store);
    await add(writer, 'mine');
    expect(await namesIn(store)).toEqual(['rival', 'rival', 'rival', 'mine']);
    store.contested = 1;
    await expect(add(writer, 'rival')).rejects.toMatchObject({ code: 'TAKEN' });
  });

  it('stores nothing that was decided on what a lost race left out', async () => {
    const store = new DistantStore();
    const writer = new StreamWriter(store);
    await add(writer, '0');
    store.contested = 1;
    const follow = (name: string, after: string) =>
      writer.write(
        chain,
        { streamId: '1', command: { type: 'Follow', name, after }, context: context() },
        noFacts,
      );
    const outcomes = await Promise.allSettled(['1', '2', '3', '4'].map((name, i) => follow(name, `${i}`)));
    // The rival came first: what followed '0' does not, and neither does what followed that.
    expect(await namesIn(store)).toEqual(['0', 'rival']);
    expect(outcomes.map((one) => one.status === 'rejected' && (one.reason as Rejected).code)).toEqual(
      Array(4).fill('NOT_LAST'),
    );
  });

  it('refuses nothing for what is not stored in the end', async () => {
    const store = new DistantStore();
    const writer = new StreamWriter(store);
    await add(writer, '0');
    store.contested = 1;
    const given = context(undefined, { expectedRevision: 0 });
    const [first, second] = await Promise.allSettled([add(writer, 'one', given), add(writer, 'one')]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(await namesIn(store)).toEqual(['0', 'rival', 'one']);
  });

  it('answers with the position of the command’s own events', async () => {
    const store = new MemoryEventStore();
    const writer = new StreamWriter(store);
    const receipts = await Promise.all(Array.from({ length: 30 }, (_, i) => add(writer, `n${i}`)));
    const stored = await store.readStream('organization-1');
    expect(receipts.map(({ position, streamRevision }) => [streamRevision, position])).toEqual(
      stored.map(({ revision, position }) => [revision, position]),
    );
  });

  it('stores in several appends what is too much for one', async () => {
    const store = new MemoryEventStore();
    const writer = new StreamWriter(store);
    const long = (i: number) => `${i}`.padEnd(50_000, 'x');
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(writer, long(i))));
    expect(await namesIn(store)).toEqual(Array.from({ length: 60 }, (_, i) => long(i)));
  });

  it('gives up after a bounded number of lost races', async () => {
    const store = new ContestedStore();
    store.contested = 1000;
    await expect(add(new StreamWriter(store), 'mine')).rejects.toThrow(TooMuchContention);
    expect(await namesIn(store)).not.toContain('mine');
  });

  it('refuses a command that was decided on another revision', async () => {
    const store = new ContestedStore();
    const writer = new StreamWriter(store);
    await add(writer, 'one');
    await expect(add(writer, 'two', context(undefined, { expectedRevision: 5 }))).rejects.toThrow(
      StaleRevision,
    );
    store.contested = 1;
    await expect(add(writer, 'two', context(undefined, { expectedRevision: 0 }))).rejects.toThrow(
      StaleRevision,
    );
    await add(writer, 'two', context(undefined, { expectedRevision: 1 }));
    expect(await namesIn(store)).toEqual(['one', 'rival', 'two']);
  });

  it('loses no command and repeats none when several writers share a store', async () => {
    const store = new MemoryEventStore();
    const writers = [new StreamWriter(store), new StreamWriter(store), new StreamWriter(store)];
    const retried = async (writer: StreamWriter, name: string): Promise<unknown> => {
      try {
        return await add(writer, name, context(name));
      } catch (error) {
        if (error instanceof TooMuchContention) return retried(writer, name);
        throw error;
      }
    };
    const wanted = writers.flatMap((writer, w) =>
      Array.from({ length: 20 }, (_, i) => ({ writer, name: `${w}-${i}` })),
    );
    await Promise.all(wanted.map(({ writer, name }) => retried(writer, name)));
    expect((await namesIn(store)).sort()).toEqual(wanted.map(({ name }) => name).sort());
  });
});

describe('a repeated command', () => {
  const digest = { commandDigest: 'd1' };

  it('answers with its first outcome, whatever happened since', async () => {
    const store = new MemoryEventStore();
    const first = await add(new StreamWriter(store), 'one', context('key', digest));
    const writer = new StreamWriter(store);
    await add(writer, 'two');
    expect(await add(writer, 'one', context('key', digest))).toEqual({ ...first, repeated: true });
    expect(await namesIn(store)).toEqual(['one', 'two']);
  });

  it('answers with the same outcome while the first is under way', async () => {
    const store = new MemoryEventStore();
    const writer = new StreamWriter(store);
    const receipts = await Promise.all([1, 2, 3].map(() => add(writer, 'one', context('key', digest))));
    expect(receipts.map(({ repeated }) => repeated)).toEqual([false, true, true]);
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
    expect(await namesIn(store)).toEqual(['one']);
  });

  it('keeps the findings of its first outcome', async () => {
    const writer = new StreamWriter(new MemoryEventStore());
    for (const name of ['1', '2', '3']) await add(writer, name);
    const first = await add(writer, '4', context('key', digest));
    expect(await add(writer, '4', context('key', digest))).toEqual({ ...first, repeated: true });
  });

  it('is refused where it is another command, in this stream or another', async () => {
    const writer = new StreamWriter(new MemoryEventStore());
    await add(writer, 'one', context('key', digest));
    const other = context('key', { commandDigest: 'd2' });
    await expect(add(writer, 'two', other)).rejects.toThrow(IdempotencyKeyReused);
    await expect(add(writer, 'two', other, '2')).rejects.toThrow(IdempotencyKeyReused);
  });

  it('is refused alone, of all that is stored with it', async () => {
    const store = new MemoryEventStore();
    const writer = new StreamWriter(store);
    await add(writer, 'one', context('key', digest));
    const tried = ['a', 'b', 'c', 'd'].map((name) =>
      add(writer, name, name === 'c' ? context('key', { commandDigest: 'd2' }) : context(), '2'),
    );
    const outcomes = await Promise.allSettled(tried);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[2]).toMatchObject({ reason: expect.any(IdempotencyKeyReused) as unknown });
    expect((await namesIn(store, 'organization-2')).sort()).toEqual(['a', 'b', 'd']);
  });

  it('answers with its first outcome where another process stored it with others', async () => {
    const store = new MemoryEventStore();
    const [here, elsewhere] = [new StreamWriter(store), new StreamWriter(store)];
    const there = Promise.all(
      ['a', 'b', 'c'].map((name) => add(elsewhere, name, name === 'b' ? context('key', digest) : context())),
    );
    const repeated = await add(here, 'b', context('key', digest));
    const [, first] = await there;
    expect({ ...repeated, repeated: false }).toEqual({ ...first, repeated: false });
    expect((await namesIn(store)).sort()).toEqual(['a', 'b', 'c']);
  });
});
