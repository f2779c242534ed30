import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  checkedInBrowser,
  deadLinks,
  filesOf,
  serveFolder,
  timesOf,
} from '../../apps/feed/src/testing/published-site.ts';
import { startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { shell } from '../support/shell.ts';

jest.setTimeout(240_000);

const sizeOf = (checkpoint: string): number => Number(checkpoint.split('\n')[1]);

describe('minutebook publish, of the reference history', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let product: Product;
  let site: string;
  const run = (command: string, ...options: string[]) =>
    shell(`npm run -s minutebook -- ${command} ${options.map((one) => `'${one}'`).join(' ')}`);
  const publish = (...options: string[]) =>
    run('publish', site, '--data', product.data, '--base-url', server.url, ...options);
  const verify = (place: string) => run('verify', place, '--state', join(temporary.path, 'state'));
  const listed = (output: string, mark: string): readonly string[] =>
    output.split('\n').flatMap((line) => (line.startsWith(`${mark} `) ? [line.slice(2)] : []));

  beforeAll(async () => {
    temporary = await temporaryFolder();
    site = join(temporary.path, 'site');
    server = await serveFolder(site);
    product = await startProduct(join(temporary.path, 'data'));
  });
  afterAll(async () => {
    await product.interrupt();
    server.close();
    await temporary.remove();
  });

  it('writes a site without a link that leads nowhere, which verify accepts, as files and as served', async () => {
    const published = await publish();
    expect(published).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d+ files written, 0 unchanged, 0 removed\./m),
    });
    expect(deadLinks(site, server.url)).toEqual([]);
    expect(await checkedInBrowser(site, 'es/decisions/example-motion:example-vote/index.html')).toBe('yes');
    for (const place of [site, server.url])
      expect(await verify(place)).toMatchObject({
        code: 0,
        output: expect.stringContaining('Verified: the record is complete'),
      });
    const page = await fetch(`${server.url}/en/bodies/cssc/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Steering Committee')]);
    expect((await fetch(`${server.url}/en/bodies/nobody/`)).status).toBe(404);
  });

  it('writes after one more event what that changes, and without a ledger goes on', async () => {
    const key = readFileSync(join(product.data, 'secretary.key'), 'utf8').trim();
    const answer = await fetch(`${product.ledger}/v1/organizations/friends/register-organization`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Friends of the garden' }),
    });
    expect([answer.status, await answer.text()]).toEqual([
      expect.any(Number),
      expect.stringContaining('OrganizationRegistered'),
    ]);
    const last = sizeOf(readFileSync(join(site, 'log/checkpoint'), 'utf8'));
    while (sizeOf(await (await fetch(`${product.feed}/log/checkpoint`)).text()) === last);
    const { output } = await publish('--list');
    const written = listed(output, '+');
    const ofLog = written.filter((path) => /^(?:log|proofs)\//.test(path));
    // Of entries whose bundle is full, proofs stay.
    expect(ofLog).toContain('proofs/256');
    expect(ofLog).not.toContain('proofs/255');
    expect(written.at(-1)).toBe('log/checkpoint');
    expect(written.filter((path) => !ofLog.includes(path)).toSorted()).toMatchInlineSnapshot(`
     [
       "en/copy/index.html",
       "es/copy/index.html",
       "index.json",
       "open-data/index.json",
       "open-data/popolo.json",
       "open-data/record.ndjson",
     ]
    `);
    await product.interrupt();
    const before = timesOf(site);
    const again = await publish('--list');
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('\n') });
    expect(listed(again.output, '+')).toEqual([]);
    expect(timesOf(site)).toEqual(before);
    expect(filesOf(site).length).toBeGreaterThan(1_000);
    expect(await checkedInBrowser(site, 'en/decisions/example-motion:example-vote/index.html')).toBe('yes');
    expect((await verify(site)).code).toBe(0);
  });

  it('says in a sentence why it refuses', async () => {
    const nowhere = await run('publish', site, '--data', product.data);
    expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining('--base-url') });
    const wrong = await run('publish', site, '--data', product.data, '--base-url', 'minutes.example');
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('starts with https://') });
    const other = await run('publish', product.data, '--data', product.data, '--base-url', server.url);
    expect(other).toMatchObject({ code: 1, output: expect.stringContaining('is not empty') });
  });
});
