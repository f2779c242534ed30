import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limits } from '#event-store';
import { chunksOf } from './chunks.ts';
import { maxEntryBytes } from './entry.ts';

describe('appends of entries', () => {
  it('hold every event once and in order, and fit into what a store takes', () => {
    const event = fc.integer({ min: 2, max: maxEntryBytes }).map((size) => ({ data: 'x'.repeat(size) }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const chunks = chunksOf(events);
        expect(chunks.flat()).toEqual(events);
        for (const chunk of chunks) {
          expect(chunk.length).toBeGreaterThan(0);
          expect(chunk.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThan(
            limits.appendBytes / 1.5,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are not split without need', () => {
    expect(chunksOf([{ data: '{}' }, { data: '{}' }])).toHaveLength(1);
    expect(chunksOf(Array.from({ length: 501 }, () => ({ data: '{}' })))).toHaveLength(2);
  });
});
