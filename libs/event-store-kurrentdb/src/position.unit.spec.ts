import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#event-store';
import { commitOf, positionOf } from './position.ts';

describe('a position', () => {
  it('grows with the place in the log, and leads back to it', () => {
    for (const commit of [1n, 547n, 10n ** 12n]) {
      const [one, next] = [positionOf(commit, randomUUID()), positionOf(commit + 1n, randomUUID())];
      expect(next).toBeGreaterThan(one);
      expect([commitOf(one), commitOf(one - 1)]).toEqual([commit, commit]);
    }
  });

  it('differs for another event at the same place', () => {
    const positions = Array.from({ length: 5_000 }, () => positionOf(9n, randomUUID()));
    expect(new Set(positions).size).toBe(511);
  });

  it('ends where numbers are not exact any more', () => {
    expect(() => positionOf(2n ** 45n, randomUUID())).toThrow(StoreUnavailable);
  });
});
