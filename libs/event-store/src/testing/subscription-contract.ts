import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore } from '../event-store.ts';
import { collect, idsOf, newEvents, newStream, readEverything } from './events.ts';

type Store = () => EventStore;

export function subscriptionContract(store: Store): void {
  describe('a subscription', () => {
    deliveryContract(store);
    endContract(store);
    interleavingContract(store);
  });
}

const appendOne = (store: EventStore) => store.append(newStream(), 'any', newEvents(1));

function deliveryContract(store: Store): void {
  it('catches up, then goes live', async () => {
    const [stream, events, before] = [newStream(), newEvents(30), await store().head()];
    await store().append(stream, 'noStream', events.slice(0, 10));
    const subscriber = collect(store(), { after: before });
    await subscriber.reached(await store().head());
    for (const event of events.slice(10))
      await subscriber.reached((await store().append(stream, 'any', [event])).position);
    await subscriber.stop();
    expect(subscriber.received).toEqual(await store().readStream(stream));
    expect(idsOf(subscriber.received)).toEqual(idsOf(events));
  });

  it('begins at the start when it is not told where', async () => {
    await appendOne(store());
    const subscriber = collect(store());
    await subscriber.reached(await store().head());
    await subscriber.stop();
    expect(subscriber.received.slice(0, 5)).toEqual(await store().readAll({ limit: 5 }));
  });

  it('gives batches of the size that was asked for', async () => {
    const before = await store().head();
    await store().append(newStream(), 'any', newEvents(20));
    const subscriber = collect(store(), { after: before, batchSize: 7 });
    await subscriber.reached(await store().head());
    await subscriber.stop();
    expect(Math.max(...subscriber.batchSizes)).toBeLessThanOrEqual(7);
    expect(subscriber.received).toHaveLength(20);
    await expect(collect(store(), { batchSize: 0 }).ended).rejects.toThrow(RangeError);
  });

  it('lingers behind a batch that was not full, if asked to: what comes meanwhile comes together', async () => {
    const before = await store().head();
    const subscriber = collect(store(), { after: before, linger: 3_000 });
    await subscriber.reached((await appendOne(store())).position);
    for (let i = 0; i < 4; i++) await appendOne(store());
    await subscriber.reached(await store().head());
    await subscriber.stop();
    expect(subscriber.batchSizes).toEqual([1, 4]);
  });

  it('does not linger where more is there already', async () => {
    const before = await store().head();
    await store().append(newStream(), 'any', newEvents(20));
    const subscriber = collect(store(), { after: before, batchSize: 2, linger: 600_000 });
    await subscriber.reached(await store().head());
    await subscriber.stop();
    expect(subscriber.received).toHaveLength(20);
  });

  it('misses nothing while its subscriber is busy', async () => {
    const before = await store().head();
    const abort = new AbortController();
    const [seen, events] = [[] as string[], newEvents(12)];
    const unsent = [...events];
    const sendSome = () => store().append(newStream(), 'any', unsent.splice(0, 3));
    await sendSome();
    for await (const batch of store().subscribe({ after: before, batchSize: 2, signal: abort.signal })) {
      seen.push(...idsOf(batch));
      if (seen.length === events.length) break;
      if (unsent.length > 0) await sendSome();
      await turn();
    }
    expect(seen).toEqual(idsOf(events));
  });
}

function endContract(store: Store): void {
  it('ends when it is aborted while it waits', async () => {
    const subscriber = collect(store(), { after: await store().head() });
    await subscriber.reached((await appendOne(store())).position);
    await turn();
    await subscriber.stop();
    expect(subscriber.received).toHaveLength(1);
  });

  it('ends when it is aborted while it catches up', async () => {
    const before = await store().head();
    await store().append(newStream(), 'any', newEvents(20));
    const abort = new AbortController();
    let batches = 0;
    for await (const _ of store().subscribe({ after: before, batchSize: 1, signal: abort.signal }))
      if (++batches === 3) abort.abort();
    expect(batches).toBe(3);
  });

  it('that was aborted before it began gives nothing', async () => {
    await appendOne(store());
    for await (const batch of store().subscribe({ signal: AbortSignal.abort() })) expect(batch).toEqual([]);
  });

  it('can be left', async () => {
    await appendOne(store());
    const { signal } = new AbortController();
    for await (const batch of store().subscribe({ batchSize: 1, signal })) {
      expect(batch).toHaveLength(1);
      break;
    }
  });

  it('goes on when another one ends', async () => {
    const after = await store().head();
    const [one, other] = [collect(store(), { after }), collect(store(), { after })];
    await one.reached((await appendOne(store())).position);
    await one.stop();
    await other.reached((await appendOne(store())).position);
    await other.stop();
    expect([one.received.length, other.received.length]).toEqual([1, 2]);
  });
}

const upTo = (max: number, min = 0) => fc.integer({ min, max });

/** Who appends and who subscribes when; pauses are turns of the event loop. */
const plans = fc.record({
  earlier: upTo(8),
  appenders: fc.array(fc.array(fc.record({ size: upTo(4, 1), pause: upTo(3) }), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  }),
  subscribers: fc.array(
    fc.record({ batchSize: upTo(9, 1), linger: upTo(3), skip: upTo(8), pause: upTo(12) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

async function pause(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await turn();
}

/** Appends and subscribes as planned; answers every subscriber's start and what it got. */
async function carryOut(store: EventStore, { earlier, appenders, subscribers }: Plan) {
  const starts = [await store.head()];
  for (let i = 0; i < earlier; i++) starts.push((await appendOne(store)).position);
  const streams = [newStream(), newStream()];
  const appending = appenders.map(async (appends, i) => {
    for (const { size, pause: turns } of appends) {
      await pause(turns);
      await store.append(streams[i % 2] ?? '', 'any', newEvents(size));
    }
  });
  const subscribing = subscribers.map(async ({ batchSize, linger, skip, pause: turns }) => {
    await pause(turns);
    const after = starts.at(Math.min(skip, earlier)) ?? 0;
    return { after, subscriber: collect(store, { after, batchSize, linger }) };
  });
  await Promise.all(appending);
  return Promise.all(subscribing);
}

function interleavingContract(store: Store): void {
  it('gives every event once and in order, however appends and subscriptions interleave', async () => {
    const holds = async (plan: Plan) => {
      const subscriptions = await carryOut(store(), plan);
      const head = await store().head();
      for (const { after, subscriber } of subscriptions) {
        if (head > after) await subscriber.reached(head);
        await subscriber.stop();
        expect(subscriber.received).toEqual(await readEverything(store(), after));
      }
    };
    await fc.assert(fc.asyncProperty(plans, holds), { numRuns: 60 });
  });
}
