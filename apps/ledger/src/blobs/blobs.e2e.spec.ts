import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const pdf = Buffer.from('%PDF-1.7 \u0000 the whole agreement', 'latin1');

type Options = Readonly<{ key?: string; type?: string; query?: string }>;

const put = (payload: Buffer | object, { key = ledger.adminKey, type, query = '' }: Options = {}) =>
  ledger.app.inject({
    method: 'PUT',
    url: `/v1/blobs${query}`,
    headers: { authorization: `Bearer ${key}`, ...(type !== undefined && { 'content-type': type }) },
    payload,
  });
const get = (sha256: string, key = ledger.adminKey) =>
  ledger.app.inject({ url: `/v1/blobs/${sha256}`, headers: { authorization: `Bearer ${key}` } });

describe('putBlob', () => {
  it('keeps bytes as they came, with their type, under their hash', async () => {
    const answer = await put(pdf, { type: 'application/pdf' });
    const sha256 = hash('sha256', pdf);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { sha256, mediaType: 'application/pdf', bytes: pdf.length },
    ]);
    const found = await get(sha256);
    expect(found.rawPayload.equals(pdf)).toBe(true);
    expect(found.headers).toMatchObject({
      'content-type': 'application/pdf',
      etag: `"${sha256}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it('keeps a text that comes in JSON, and bytes without a type', async () => {
    const text = 'Artículo I';
    const answer = await put({ text });
    expect(answer.json()).toEqual({
      sha256: hash('sha256', text),
      mediaType: 'text/plain; charset=utf-8',
      bytes: 11,
    });
    expect((await get(hash('sha256', text))).body).toBe(text);
    expect((await put(Buffer.from('?'))).json()).toMatchObject({ mediaType: 'application/octet-stream' });
  });

  it('checks the hash that is announced', async () => {
    const sha256 = hash('sha256', pdf);
    expect((await put(pdf, { query: `?sha256=${sha256}` })).statusCode).toBe(200);
    const wrong = await put(Buffer.from('other'), { query: `?sha256=${sha256}` });
    expect([wrong.statusCode, wrong.json()]).toEqual([
      422,
      expect.objectContaining({
        code: 'BLOB_HASH_MISMATCH',
        inputs: { expected: sha256, sha256: hash('sha256', 'other') },
      }),
    ]);
    expect((await get(hash('sha256', 'other'))).statusCode).toBe(404);
    expect((await put(pdf, { query: '?sha256=1' })).json()).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('refuses what is too large, announced or not', async () => {
    const large = Buffer.alloc(16 * 1024 * 1024 + 1);
    const answer = await put(large);
    expect([answer.statusCode, answer.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'BLOB_TOO_LARGE', inputs: { bytes: large.length, limit: 16_777_216 } }),
    ]);
  });

  it('refuses a type that is none, and a JSON body that is no text', async () => {
    expect((await put({ text: 'x', mediaType: 'plain' })).json()).toMatchObject({
      code: 'MEDIA_TYPE_INVALID',
    });
    expect((await put({ words: 'x' })).json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/words' }, { pointer: '/text' }],
    });
  });

  it('is for secretaries; to read is for auditors too', async () => {
    const [secretary, auditor] = [
      await ledger.keyFor('secretary', 'some-body'),
      await ledger.keyFor('auditor', 'other-body'),
    ];
    expect((await put(pdf, { key: secretary })).statusCode).toBe(200);
    expect((await put(pdf, { key: auditor })).statusCode).toBe(403);
    expect((await put(pdf, { key: '' })).statusCode).toBe(401);
    expect((await get(hash('sha256', pdf), auditor)).statusCode).toBe(200);
    expect((await get(hash('sha256', pdf), '')).statusCode).toBe(401);
    expect((await get('not-a-hash')).statusCode).toBe(404);
  });

  it('leaves other routes with JSON and nothing else', async () => {
    const answer = await ledger.app.inject({
      method: 'POST',
      url: '/v1/organizations/x/register-organization',
      headers: { authorization: `Bearer ${ledger.adminKey}`, 'content-type': 'text/plain' },
      payload: '{"name": "X"}',
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      415,
      expect.objectContaining({ code: 'UNSUPPORTED_MEDIA_TYPE' }),
    ]);
  });
});
