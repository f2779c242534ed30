import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { IdIndex } from './id-index.ts';

describe('the index of event ids', () => {
  it('knows every id that it was told, and no other', () => {
    const index = new IdIndex();
    const ids = Array.from({ length: 20_000 }, () => randomUUID());
    ids.forEach((id, i) => index.add(id, i + 1));
    expect(ids.map((id) => index.get(id))).toEqual(ids.map((_, i) => i + 1));
    for (let i = 0; i < 1_000; i++) expect(index.get(randomUUID())).toBeUndefined();
  });

  it('keeps the first position of an id', () => {
    const [index, id] = [new IdIndex(), randomUUID()];
    index.add(id, 5);
    index.add(id, 9);
    expect(index.get(id)).toBe(5);
  });

  it('tells ids apart that begin or end alike', () => {
    const index = new IdIndex();
    const ids = [
      '01900000-0000-7000-8000-000000000000',
      '01900000-0000-7000-8000-000000000001',
      '01900000-0001-7000-8000-000000000000',
      '01900001-0000-7000-8000-000000000000',
      '01900000-0000-7000-8000-000100000000',
    ];
    ids.forEach((id, i) => index.add(id, i + 1));
    expect(ids.map((id) => index.get(id))).toEqual([1, 2, 3, 4, 5]);
  });
});
