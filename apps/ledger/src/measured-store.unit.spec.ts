import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore, WrongExpectedRevision } from '#event-store';
import { measuredStore } from './measured-store.ts';

describe('a measured store', () => {
  it('tells how long every append took and whether it was stored, and is the store otherwise', async () => {
    const told: [string, number][] = [];
    const store = measuredStore(new MemoryEventStore(), ({ stored, seconds }) =>
      told.push([stored ? 'stored' : 'failed', seconds]),
    );
    const event = { id: crypto.randomUUID(), type: 'X', data: '{}', metadata: '{}' };
    await store.append('a-1', 'noStream', [event]);
    await expect(store.append('a-1', 'noStream', [{ ...event, id: crypto.randomUUID() }])).rejects.toThrow(
      WrongExpectedRevision,
    );
    expect(told.map(([outcome]) => outcome)).toEqual(['stored', 'failed']);
    for (const [, seconds] of told) expect(seconds).toBeGreaterThanOrEqual(0);
    expect(await store.readStream('a-1')).toHaveLength(1);
    expect(await store.head()).toBe(1);
  });
});
