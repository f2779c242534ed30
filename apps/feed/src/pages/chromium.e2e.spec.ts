import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumIsHere } from '../testing/chromium.ts';
import { desktop, phone, shots, usePagesInChromium } from '../testing/pages-in-chromium.ts';
import { pagesOfEachType } from '../testing/pages-record.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { languages } from '../words/languages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Setting = Readonly<{ device: string; viewport: typeof phone; colorScheme: 'light' | 'dark' }>;

/** Every language on both sizes, and both sizes in both schemes. */
const settings = (lang: string): readonly Setting[] =>
  lang === 'en'
    ? [
        { device: 'phone', viewport: phone, colorScheme: 'light' },
        { device: 'dark-desktop', viewport: desktop, colorScheme: 'dark' },
      ]
    : [
        { device: 'dark-phone', viewport: phone, colorScheme: 'dark' },
        { device: 'desktop', viewport: desktop, colorScheme: 'light' },
      ];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Violation = Readonly<{ id: string; nodes: readonly Readonly<{ html: string }>[] }>;

/** What axe finds: the rules that are broken, and where. Loading it takes longer than running it again. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  const run = `axe.run(document, ${options}).then(({ violations }) => violations)`;
  const violations = await page.evaluate<readonly Violation[]>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

const suite = chromiumIsHere() ? describe : describe.skip;

suite('in Chromium', () => {
  const { running } = usePagesInChromium();
  let ledger: Ledger;
  let feed: Feed;
  let browser: Browser;

  beforeAll(async () => {
    ({ ledger, feed, browser } = running());
    await ledger.whenSealed();
    await served(await ledger.store.head());
  });

  /** Waits until the feed serves a checkpoint of so many entries. */
  async function served(size: number): Promise<void> {
    const sizeServed = async () =>
      Number((await (await fetch(`${feed.url}/log/checkpoint`)).text()).split('\n')[1]);
    while (!((await sizeServed()) >= size)) await new Promise(setImmediate);
  }

  describe.each(languages)('in %s', (lang) => {
    let context: BrowserContext;
    beforeAll(async () => {
      context = await browser.newContext({ hasTouch: true });
    });
    afterAll(() => context.close());

    it.each(pagesOfEachType)('%s can be used by everyone and does nothing by itself', async (address) => {
      const page = await context.newPage();
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      const answer = await page.goto(`${feed.url}/${lang}${address}`);
      const name = `${lang}${address.replaceAll(/\W+/g, '-')}`.replace(/-$/, '-home');
      for (const { device, viewport, colorScheme } of settings(lang)) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        const path = join(shots, `${name}.${device}.jpg`);
        await page.screenshot({ path, type: 'jpeg', quality: 70, fullPage: true });
        expect(await violationsOf(page)).toEqual([]);
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect([device, await page.evaluate(overflow)]).toEqual([device, 0]);
      }
      const unexpected = complaints.filter((one) => address !== '/nothing' || !one.includes('404'));
      expect(unexpected).toEqual([]);
      expect(new Set(asked)).toEqual(new Set([new URL(feed.url).origin]));
      expect(answer?.status()).toBe(address === '/nothing' ? 404 : 200);
      expect(await page.title()).not.toBe('owned');
      expect(await context.cookies()).toEqual([]);
      await page.close();
    });
  });

  it('lets the keyboard skip to the content, and shows where it is', async () => {
    const page = await browser.newPage();
    await page.goto(`${feed.url}/en/decisions/trees:v-1`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await page.close();
  });

  it('asks for another date with a form, without a script', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${feed.url}/es/bodies/council`);
    await page.fill('input[name=asOf]', '2025-01-01');
    await page.click('button[type=submit]');
    await page.waitForURL(`${feed.url}/es/bodies/council?asOf=2025-01-01`);
    expect(await page.textContent('#seats ~ .note')).toContain('1 de enero de 2025');
    await page.close();
  });

  const button = '.checker button';
  const outcome = '.checker [role=status] strong';

  it.each([
    ['en', 'Verified', 'The log localhost/minutebook signed this root'],
    ['es', 'Verificado', 'La bitácora localhost/minutebook firmó esta raíz'],
  ])('checks a decision itself when asked, and tells every step in %s', async (lang, verified, signed) => {
    const page = await browser.newPage({ viewport: phone, hasTouch: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${feed.url}/${lang}/decisions/trees:v-1`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /^\/(?:log|proofs)\//.test(path))).toEqual([]);
    await page.click(button);
    await page.waitForSelector(outcome);
    expect(await page.textContent(outcome)).toContain(`${verified}:`);
    expect(await page.textContent('.checker .check-steps')).toContain(signed);
    expect(await page.textContent('.checker .check-steps')).toMatch(/[0-9a-f]{64}/);
    expect(await page.textContent('.checker .check-steps')).not.toMatch(/undefined|[{}]/);
    const entries = await page.locator('#check ~ .facts a[download]').count();
    expect(entries).toBeGreaterThan(2);
    expect(await page.locator('.checker details').count()).toBeGreaterThan(entries);
    expect(asked.filter((path) => path.startsWith('/proofs/'))).toHaveLength(entries);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.checker').screenshot({ path: join(shots, `${lang}-checked.phone.png`) });
    await page.close();
  });

  it('does not verify a decision where an answer was tampered with, and shows the step', async () => {
    const page = await browser.newPage();
    await page.route('**/log/tile/entries/**', async (route) => {
      const answer = await route.fetch();
      const bytes = (await answer.body()).toString('latin1').replace('"option":"yes"', '"option":"YES"');
      await route.fulfill({ response: answer, body: Buffer.from(bytes, 'latin1') });
    });
    await page.goto(`${feed.url}/en/decisions/trees:v-1`);
    await page.click(button);
    await page.waitForSelector(outcome);
    expect(await page.textContent(outcome)).toContain('Not verified:');
    const wrong = page.locator('.checker details[open] li.is-no');
    expect(await wrong.first().textContent()).toContain('The entry or the tile was changed.');
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.checker').screenshot({ path: join(shots, 'en-not-verified.desktop.png') });
    await page.close();
  });

  it('shows nothing of the check without a script, and keeps the proofs', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${feed.url}/en/decisions/trees:v-1`);
    expect(await page.isVisible('.checker')).toBe(false);
    const download = page.waitForEvent('download');
    await page.click('#check ~ .facts a[download]');
    expect((await download).suggestedFilename()).toMatch(/^entry-\d+\.tlog-proof$/);
    await page.close();
  });

  it('is printed without what only a screen needs', async () => {
    const page = await browser.newPage();
    await page.goto(`${feed.url}/en/decisions/trees:v-1`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('nav')).toBe(false);
    expect(await page.isVisible('h1')).toBe(true);
    await page.pdf({ path: join(shots, 'decision.pdf'), format: 'Letter' });
    await page.close();
  });
});
