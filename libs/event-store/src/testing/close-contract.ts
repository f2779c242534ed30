import { describe, expect, it } from '@jest/globals';
import { StoreClosed } from '../errors.ts';
import type { EventStore } from '../event-store.ts';
import { collect, newEvent, newEvents, newStream, readEverything } from './events.ts';

export function closeContract(open: () => Promise<EventStore>): void {
  describe('closing', () => {
    it('finishes the appends that are under way', async () => {
      const [store, stream] = [await open(), newStream()];
      const appends = Array.from({ length: 100 }, (_, i) =>
        store.append(stream, i === 0 ? 'noStream' : i - 1, newEvents(1)),
      );
      const [, ...answers] = await Promise.all([store.close(), ...appends]);
      expect(answers.map(({ lastRevision }) => lastRevision)).toEqual(appends.map((_, i) => i));
    });

    it('ends every subscription, whether it waits or is busy', async () => {
      const store = await open();
      const after = await store.head();
      const [waiting, busy] = [collect(store, { after }), collect(store, { after, batchSize: 1 })];
      const { position } = await store.append(newStream(), 'any', newEvents(20));
      await waiting.reached(position);
      await store.close();
      await Promise.all([waiting.ended, busy.ended]);
      expect(waiting.received).toHaveLength(20);
    });

    it('may be asked for twice', async () => {
      const store = await open();
      await Promise.all([store.close(), store.close()]);
      await store.close();
    });

    it('refuses what comes after', async () => {
      const store = await open();
      await store.close();
      await expect(store.append(newStream(), 'any', [newEvent()])).rejects.toThrow(StoreClosed);
      await expect(store.readStream(newStream())).rejects.toThrow(StoreClosed);
      await expect(store.readAll()).rejects.toThrow(StoreClosed);
      await expect(store.head()).rejects.toThrow(StoreClosed);
      const late = collect(store);
      await late.ended;
      expect(late.received).toEqual([]);
    });
  });
}

export function reopenContract(
  open: () => Promise<EventStore>,
  reopen: (store: EventStore) => Promise<EventStore>,
): void {
  describe('reopening', () => {
    it('keeps every event and goes on after the last', async () => {
      const [first, stream, pair] = [await open(), newStream(), newEvents(2)];
      const outcome = await first.append(stream, 'noStream', pair);
      const before = await readEverything(first, 0);
      const head = await first.head();

      const second = await reopen(first);
      expect(await readEverything(second, 0)).toEqual(before);
      expect(await second.head()).toBe(head);
      expect(await second.append(stream, 'noStream', pair)).toEqual({ ...outcome, repeated: true });
      expect(await second.append(stream, 1, newEvents(1))).toMatchObject({ firstRevision: 2 });
      await second.close();
    });
  });
}
