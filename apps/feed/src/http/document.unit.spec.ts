import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Document } from './document.ts';
import { DocumentCache } from './document-cache.ts';

const content = (body: string) => ({
  body,
  mediaType: 'application/json',
  cacheControl: 'public, max-age=10',
});
const long = JSON.stringify({ text: 'said and done '.repeat(1000) });

describe('a document', () => {
  it('is the same bytes in every coding, each with its own strong tag', async () => {
    const document = new Document(content(long));
    const [plain, br, gzip] = [document.identity, await document.in('br'), await document.in('gzip')];
    expect(plain.bytes.toString()).toBe(long);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(long);
    expect(gunzipSync(gzip.bytes).toString()).toBe(long);
    expect(new Set([plain.etag, br.etag, gzip.etag]).size).toBe(3);
    for (const { etag } of [plain, br, gzip]) expect(etag).toMatch(/^"[\w-]+"$/);
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding', etag: br.etag });
    expect(plain.headers).not.toHaveProperty('content-encoding');
  });

  it('is compressed once, also when many ask at the same time', async () => {
    const document = new Document(content(long));
    const [one, other] = await Promise.all([document.in('br'), document.in('br')]);
    expect(one).toBe(other);
    expect(document.in('br')).toBe(one);
  });

  it('is left as it is where compressing does not pay', () => {
    const document = new Document(content('{}'));
    expect(document.in('br')).toBe(document.identity);
  });

  it('has a tag that depends on its bytes alone', () => {
    expect(new Document(content(long)).identity.etag).toBe(new Document(content(long)).identity.etag);
    expect(new Document(content(long)).identity.etag).not.toBe(
      new Document(content(`${long} `)).identity.etag,
    );
  });

  it('says when it changed last where that is known', () => {
    const document = new Document({ ...content('{}'), modifiedAt: '2026-01-14T18:31:00.500Z' });
    expect(document.identity.headers['last-modified']).toBe('Wed, 14 Jan 2026 18:31:00 GMT');
    expect(new Document(content('{}')).identity.headers).not.toHaveProperty('last-modified');
  });
});

describe('the cache of documents', () => {
  const now = 1_000_000;

  it('gives a document while the read models stand where they stood', () => {
    const cache = new DocumentCache(10_000);
    const document = cache.keep('/a', new Document(content('1')), 7, Infinity);
    expect(cache.current('/a', 7, now)).toBe(document);
    expect(cache.current('/a', 8, now)).toBeUndefined();
    expect(cache.current('/b', 7, now)).toBeUndefined();
  });

  it('gives a document that depends on the time until then', () => {
    const cache = new DocumentCache(10_000);
    const document = cache.keep('/a', new Document(content('1')), 7, now);
    expect(cache.current('/a', 7, now)).toBe(document);
    expect(cache.current('/a', 7, now + 1)).toBeUndefined();
  });

  it('keeps what was compressed when the content is the same', () => {
    const cache = new DocumentCache(10_000);
    const document = cache.keep('/a', new Document(content('1')), 7, Infinity);
    expect(cache.keep('/a', new Document(content('1')), 8, Infinity)).toBe(document);
    expect(cache.current('/a', 8, now)).toBe(document);
    expect(cache.keep('/a', new Document(content('2')), 9, Infinity)).not.toBe(document);
  });

  it('stays within its bounds and forgets what was not used for longest', () => {
    const cache = new DocumentCache(3 * 2 * 100);
    const put = (address: string) =>
      cache.keep(address, new Document(content(address.padEnd(100))), 1, Infinity);
    for (const address of ['/a', '/b', '/c']) put(address);
    cache.current('/a', 1, now);
    put('/d');
    expect(['/a', '/b', '/c', '/d'].filter((address) => cache.current(address, 1, now))).toEqual([
      '/a',
      '/c',
      '/d',
    ]);
    for (let i = 0; i < 1000; i++) put(`/${i}`);
    expect(cache.size).toBeLessThanOrEqual(600);
    cache.keep('/large', new Document(content(' '.repeat(1000))), 1, Infinity);
    expect(cache.size).toBeLessThanOrEqual(600);
  });
});
