import { expect, it } from '@jest/globals';
import type { EventStore, RecordedEvent } from '#event-store';
import { testConfig } from '#platform/testing';
import { ledgerHealth } from './ledger-health.ts';

/** Places in a database's log: far apart. */
const positions = Array.from({ length: 2_500 }, (_, i) => 512 * (i + 1) * 300 + 7);

const store = {
  head: () => Promise.resolve(positions.at(-1) ?? 0),
  readAll: ({ after = 0, limit = 1_000 } = {}) =>
    Promise.resolve(
      positions
        .filter((position) => position > after)
        .slice(0, limit)
        .map((position) => ({ position }) as RecordedEvent),
    ),
} satisfies Pick<EventStore, 'head' | 'readAll'>;

const health = (readModels: number, processes: number, readyLag: string) =>
  ledgerHealth(
    {
      config: testConfig({
        MINUTEBOOK_STORE: 'kurrentdb://localhost:2113?tls=false',
        MINUTEBOOK_READY_LAG: readyLag,
      }),
      store,
      progress: { position: readModels, whenReached: () => Promise.resolve() },
      publication: () => ({ position: -1, covering: { entries: 0 } }),
    },
    { position: processes },
  );

const at = (event: number): number => positions[event - 1] ?? 0;

it('counts on a database the events that are between two places of its log', async () => {
  const parts = await health(at(2_490), at(2_500), '5').parts();
  expect(parts).toMatchObject({
    readModels: { ready: false, lag: 10, trouble: '10 events are not in them yet.' },
    processes: { ready: true, lag: 0 },
    publication: { ready: true, lag: 1_000 },
  });
});
