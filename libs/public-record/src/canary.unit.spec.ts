import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryEventStore } from '#event-store';
import { anyLedgerEvent, publishAll, record } from './testing/index.ts';

describe('what is not public', () => {
  it('leaves no trace in anything that is stored publicly, whatever is recorded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLedgerEvent, { minLength: 1, maxLength: 20 }), async (events) => {
        const [ledger, publicStore] = [new MemoryEventStore(), new MemoryEventStore()];
        await record(ledger, events);
        await publishAll(ledger, publicStore);
        const stored = JSON.stringify(await publicStore.readAll());
        for (const { mayBePublic, secrets } of events)
          for (const secret of secrets.slice(0, 2)) expect(stored.includes(secret)).toBe(mayBePublic);
        for (const { secrets } of events.filter(({ mayBePublic }) => !mayBePublic))
          expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
