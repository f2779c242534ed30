import { describe, expect, it } from '@jest/globals';
import { actorIdOfApiKey, apiKeyHash, makeApiKey } from './api-key.ts';

describe('an API key', () => {
  it('names its actor, also when the secret holds underscores', () => {
    for (let i = 0; i < 50; i++) expect(actorIdOfApiKey(makeApiKey('secretary-1').key)).toBe('secretary-1');
  });

  it('is never the same twice', () => {
    expect(makeApiKey('a').key).not.toBe(makeApiKey('a').key);
  });

  it.each([
    '',
    'mbk_',
    'mbk_a_short',
    `mbk__${'x'.repeat(43)}`,
    `mbk_A_${'x'.repeat(43)}`,
    `xyz_a_${'x'.repeat(43)}`,
  ])('is not %p', (text) => {
    expect(actorIdOfApiKey(text)).toBeUndefined();
  });

  it('refuses an actor id that could not be read back', () => {
    expect(() => makeApiKey('under_score')).toThrow('no actor id');
  });

  it('is known by its SHA-256', () => {
    expect(apiKeyHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
