import { describe, expect, it } from '@jest/globals';
import { isKnown } from './conditional.ts';

const etag = '"abc"';
const lastModified = 'Wed, 14 Jan 2026 18:31:00 GMT';

describe('a conditional request', () => {
  it.each([
    ['"abc"', true],
    ['"x", "abc"', true],
    ['W/"abc"', true],
    ['*', true],
    ['"abc-br"', false],
    ['abc', false],
    ['"ab","c"', false],
    ['', false],
  ])('If-None-Match: %s → %s', (header, known) => {
    expect(isKnown({ 'if-none-match': header }, { etag })).toBe(known);
  });

  it.each([
    ['Wed, 14 Jan 2026 18:31:00 GMT', true],
    ['Wed, 14 Jan 2026 18:31:01 GMT', true],
    ['Wed, 14 Jan 2026 18:30:59 GMT', false],
    ['yesterday', false],
  ])('If-Modified-Since: %s → %s', (header, known) => {
    expect(isKnown({ 'if-modified-since': header }, { etag, lastModified })).toBe(known);
  });

  it('goes by If-None-Match where both are sent (RFC 9110 §13.1.3)', () => {
    const headers = { 'if-none-match': '"old"', 'if-modified-since': lastModified };
    expect(isKnown(headers, { etag, lastModified })).toBe(false);
  });

  it('is none without either, or without a date to compare', () => {
    expect(isKnown({}, { etag, lastModified })).toBe(false);
    expect(isKnown({ 'if-modified-since': lastModified }, { etag })).toBe(false);
  });
});
