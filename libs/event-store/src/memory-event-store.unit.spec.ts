import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryEventStore } from './memory-event-store.ts';
import { eventStoreContract, newEvents } from './testing/index.ts';

eventStoreContract('the store in memory', {
  open: () => Promise.resolve(new MemoryEventStore()),
  densePositions: true,
  together: true,
});

describe('the time of recording', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not go back when the clock does', async () => {
    const store = new MemoryEventStore();
    jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
    await store.append('clock-1', 'any', newEvents(1));
    jest.setSystemTime(Date.parse('2026-11-22T11:59:00Z'));
    await store.append('clock-1', 'any', newEvents(1));
    const times = (await store.readAll()).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(Array(2).fill('2026-11-22T12:00:00.000Z'));
  });
});
