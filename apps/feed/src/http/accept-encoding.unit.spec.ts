import { describe, expect, it } from '@jest/globals';
import { encodingMemory, preferredEncoding } from './accept-encoding.ts';

describe('the content coding of an answer (RFC 9110 §12.5.3)', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['GZip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['*;q=0.1', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity', undefined],
    ['identity;q=1, gzip;q=0.5', undefined],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['identity;q=0', 'none'],
    ['*;q=0', 'none'],
    ['zstd, identity;q=0', 'none'],
    ['deflate', undefined],
    ['nonsense;;;q, gzip ; q=0.3', 'gzip'],
    ['gzip;q=7', undefined],
  ])('%s → %s', (header, coding) => {
    expect(preferredEncoding(header)).toBe(coding);
  });

  it('is remembered without a limit to what is asked', () => {
    const preferred = encodingMemory();
    for (let i = 0; i < 1000; i++) expect(preferred(`gzip, x-${i}`)).toBe('gzip');
    expect(preferred('br')).toBe('br');
    expect(preferred('br')).toBe('br');
    expect(preferred(undefined)).toBeUndefined();
  });
});
