import { describe, expect, it } from '@jest/globals';
import { digestOf, expectedRevisionOf, idempotencyKeyOf } from './write-context.ts';

describe('the headers of a command', () => {
  it('give a key of visible characters', () => {
    expect(idempotencyKeyOf(undefined)).toBeUndefined();
    expect(idempotencyKeyOf('0198c7a2-3a1f-7c3e-9a55-1f0f3b6a2d11')).toBe(
      '0198c7a2-3a1f-7c3e-9a55-1f0f3b6a2d11',
    );
    expect(idempotencyKeyOf('x'.repeat(200))).toHaveLength(200);
    for (const key of ['', ' ', 'a b', 'é', 'x'.repeat(201), ['a', 'b']])
      expect(() => idempotencyKeyOf(key)).toThrow('IDEMPOTENCY_KEY_INVALID');
  });

  it('give a revision as an entity tag', () => {
    expect(expectedRevisionOf(undefined)).toBeUndefined();
    expect(expectedRevisionOf('"0"')).toBe(0);
    expect(expectedRevisionOf('"4711"')).toBe(4711);
    for (const tag of ['', '0', '"-1"', 'W/"1"', '*', '"1", "2"', `"${'9'.repeat(16)}"`])
      expect(() => expectedRevisionOf(tag)).toThrow('IF_MATCH_INVALID');
  });
});

describe('the digest of a command', () => {
  it('is of what it says, not of how it is written', () => {
    expect(digestOf('/v1/a', { a: 1, b: [{ c: 2, d: 3 }] })).toBe(
      digestOf('/v1/a', { b: [{ d: 3, c: 2 }], a: 1 }),
    );
    expect(digestOf('/v1/a', undefined)).toBe(digestOf('/v1/a', {}));
  });

  it('differs by path and by content', () => {
    const digests = [digestOf('/v1/a', { a: 1 }), digestOf('/v1/b', { a: 1 }), digestOf('/v1/a', { a: '1' })];
    expect(new Set(digests).size).toBe(3);
  });
});
