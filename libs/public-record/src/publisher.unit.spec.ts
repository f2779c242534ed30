import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decode } from '#governance';
import { MemoryEventStore } from '#event-store';
import type { EventStore } from '#event-store';
import { Publisher } from './publisher.ts';
import { isPublic } from './visibility.ts';
import { PublicRecordDiverged } from './tail.ts';
import {
  allEntries,
  anyLedgerEvent,
  closedEvent,
  publicEvent,
  publishAll,
  record,
  whenPublished,
} from './testing/index.ts';
import type { LedgerEvent } from './testing/index.ts';

/** One entry per ledger event, in the ledger's order, none missing, none twice, each of the right kind. */
async function expectWholeRecord(ledger: EventStore, publicStore: EventStore): Promise<void> {
  const events = (await ledger.readAll({ limit: 1_000_000 })).map(decode);
  const entries = await allEntries(publicStore);
  expect(entries.map(({ position }) => position)).toEqual(events.map(({ position }) => position));
  expect(entries.map(({ kind }) => kind)).toEqual(events.map((e) => (isPublic(e) ? 'event' : 'commitment')));
  const ids = entries.map((entry) => (entry.kind === 'event' ? entry.eventId : undefined));
  expect(ids).toEqual(events.map((event) => (isPublic(event) ? event.eventId : undefined)));
}

class Crash extends Error {}

type Fate = 'stored' | 'lost' | 'stored, but the answer is lost';

/** A store whose process dies around its n-th append, as the n-th fate says. */
function mortal(store: EventStore, fates: readonly Fate[]): EventStore {
  let appends = 0;
  return {
    append: async (...args) => {
      const fate = fates[appends++] ?? 'stored';
      if (fate === 'lost') throw new Crash();
      const appended = await store.append(...args);
      if (fate !== 'stored') throw new Crash();
      return appended;
    },
    readStream: (...args) => store.readStream(...args),
    readAll: (...args) => store.readAll(...args),
    subscribe: (...args) => store.subscribe(...args),
    head: () => store.head(),
    close: () => store.close(),
  };
}

const anyFate = fc.constantFrom<Fate>('stored', 'lost', 'stored, but the answer is lost');
const anyEvents = fc.array(anyLedgerEvent, { minLength: 1, maxLength: 12 });

async function publishMortally(ledger: EventStore, publicStore: EventStore): Promise<void> {
  try {
    await publishAll(ledger, publicStore);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}

describe('the publisher', () => {
  it('publishes every event once and in order, however often and wherever it dies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyEvents, fc.array(anyFate))), async (lives) => {
        const [ledger, publicStore] = [new MemoryEventStore(), new MemoryEventStore()];
        for (const [events, fates] of lives) {
          await record(ledger, events);
          await publishMortally(ledger, mortal(publicStore, fates));
        }
        await publishAll(ledger, publicStore);
        await expectWholeRecord(ledger, publicStore);
      }),
    );
  });

  it('publishes every event once and in order with two at work, stopped and started at any time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvents, { minLength: 1 }), fc.scheduler(), async (parts, scheduler) => {
        const [ledger, memory] = [new MemoryEventStore(), new MemoryEventStore()];
        const publicStore: EventStore = {
          ...mortal(memory, []),
          append: scheduler.scheduleFunction((...args: Parameters<EventStore['append']>) =>
            memory.append(...args),
          ),
          readStream: (...args) => memory.readStream(...args),
        };
        for (const events of parts) {
          await record(ledger, events);
          const both = Promise.all([publishAll(ledger, publicStore), publishAll(ledger, publicStore)]);
          await scheduler.waitFor(both);
        }
        await expectWholeRecord(ledger, memory);
      }),
    );
  });

  it('publishes live what comes later, and knows how far it is', async () => {
    const [ledger, publicStore] = [new MemoryEventStore(), new MemoryEventStore()];
    const stop = new AbortController();
    const publisher = new Publisher({ ledger, publicStore });
    expect(publisher.position).toBeUndefined();
    const running = publisher.run(stop.signal);
    for (let i = 0; i < 3; i++) {
      await record(ledger, [publicEvent(), closedEvent()]);
      await whenPublished(publicStore, await ledger.head());
    }
    expect(publisher.position).toBe(6);
    stop.abort();
    await running;
    await expectWholeRecord(ledger, publicStore);
  });

  it('reads on where another one overtook it', async () => {
    const [ledger, memory] = [new MemoryEventStore(), new MemoryEventStore()];
    let overtaken = false;
    const publicStore: EventStore = {
      ...mortal(memory, []),
      append: async (...args) => {
        if (!overtaken) {
          overtaken = true;
          await record(ledger, [publicEvent()]);
          await publishAll(ledger, memory);
        }
        return memory.append(...args);
      },
    };
    await record(ledger, [publicEvent()]);
    const stop = new AbortController();
    const running = new Publisher({ ledger, publicStore }).run(stop.signal);
    await whenPublished(memory, 2);
    await record(ledger, [publicEvent(), closedEvent()]);
    await whenPublished(memory, 4);
    stop.abort();
    await running;
    await expectWholeRecord(ledger, memory);
  });

  it('gives what the public store throws to its caller', async () => {
    const ledger = new MemoryEventStore();
    await record(ledger, [publicEvent()]);
    const publicStore = mortal(new MemoryEventStore(), ['lost']);
    await expect(new Publisher({ ledger, publicStore }).run(new AbortController().signal)).rejects.toThrow(
      Crash,
    );
  });
});

describe('a public record of another history', () => {
  const publishing = async (events: readonly LedgerEvent[], restored: readonly LedgerEvent[]) => {
    const [ledger, publicStore, other] = [
      new MemoryEventStore(),
      new MemoryEventStore(),
      new MemoryEventStore(),
    ];
    await record(ledger, events);
    await publishAll(ledger, publicStore);
    await record(other, restored);
    return new Publisher({ ledger: other, publicStore }).run(AbortSignal.timeout(1000));
  };

  it.each([
    ['another public event', [publicEvent()], [publicEvent()]],
    ['another closed event', [closedEvent()], [closedEvent()]],
    ['a closed event instead of a public one', [publicEvent()], [closedEvent()]],
    ['a ledger that lost its last event', [publicEvent('a'), publicEvent('b')], [publicEvent('a')]],
  ])('is not continued: %s', async (_what, events, restored) => {
    await expect(publishing(events, restored)).rejects.toThrow(PublicRecordDiverged);
  });
});
