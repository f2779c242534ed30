import { hash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumIsHere } from '../testing/chromium.ts';
import { phone, shots, usePagesInChromium } from '../testing/pages-in-chromium.ts';
import { recordBallot, recordSession, textOfSession } from '../testing/session-record.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';

const onPhone = { viewport: phone, hasTouch: true };

const suite = chromiumIsHere() ? describe : describe.skip;

/** Pages that a script makes livelier: with it, and without. */
suite('under a hand', () => {
  const { running, startFeedAgain } = usePagesInChromium(({ store }) => recordSession(store));
  let ledger: Ledger;
  let feed: Feed;
  let browser: Browser;
  beforeAll(() => {
    ({ ledger, feed, browser } = running());
  });

  it('drags through the history of a body by the keyboard, and keeps focus and address', async () => {
    const page = await browser.newPage(onPhone);
    await page.goto(`${feed.url}/es/replay/council?at=2026-01-14`);
    await page.focus('#replay-range');
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.locator('.drag [role=status]', { hasText: 'Paso 4 ' }).waitFor({ state: 'attached' });
    expect(await page.textContent('.drag [role=status]')).toContain('Puesto creado: district-1');
    expect(await page.evaluate('document.activeElement.id')).toBe('replay-range');
    await page.waitForURL(`${feed.url}/es/replay/council?at=3`);
    expect(await page.locator('.seat').count()).toBe(1);
    expect(await page.getAttribute('.languages a[lang=en]', 'href')).toBe('/en/replay/council?step=4');
    await page.focus('.stepper [rel=next]');
    await page.keyboard.press('Enter');
    await page.locator('.drag [role=status]', { hasText: 'Paso 5 ' }).waitFor({ state: 'attached' });
    expect(await page.evaluate("document.activeElement.getAttribute('rel')")).toBe('next');
    await page.screenshot({ path: join(shots, 'es-replay-dragged.phone.png') });
    await page.close();
  });

  it('steps through the history of a body without a script', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${feed.url}/en/replay/council`);
    expect(await page.isVisible('#replay-range')).toBe(false);
    await page.click('.stepper a >> nth=0');
    await page.click('.stepper [rel=next]');
    expect(await page.textContent('.step .kicker')).toMatch(/^Step 2 of/);
    await page.fill('input[name=at]', '2026-01-14');
    await page.click('.filter button');
    await page.waitForURL(({ search }) => search === '?step=2&at=2026-01-14');
    expect(await page.textContent('#step')).toContain('Motion adopted: Two trees');
    await page.close();
  });

  it.each([
    ['phone', onPhone, '', 'en', 'Yes'],
    ['room', { viewport: { width: 1600, height: 900 } }, '?room=1', 'es', 'Sí'],
  ])('follows a meeting that goes on, on a %s', async (name, device, search, lang, yes) => {
    const seatId = name === 'phone' ? 'district-1' : 'district-2';
    const page = await browser.newPage(device);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${feed.url}/${lang}/live/february${search}`);
    const connected = page.locator('.connection .state', { hasText: /Connected|Conectado/ });
    await connected.waitFor();
    expect(await page.textContent('.record-text')).toBe(textOfSession);
    expect(await page.textContent('#live-shown code')).toBe(hash('sha256', textOfSession));
    expect(await page.isVisible('.reload')).toBe(false);
    const seat = page.locator('.answers li', { hasText: seatId });
    expect(await seat.textContent()).not.toContain(yes);
    await recordBallot(ledger.store, seatId, 'yes');
    await page.locator('.answers li', { hasText: new RegExp(`${seatId}.*${yes}`) }).waitFor();
    await page.locator('.said', { hasText: 'Trees in spring' }).waitFor({ state: 'attached' });
    expect(await page.title()).not.toBe('owned');
    expect(complaints).toEqual([]);
    await page.screenshot({ path: join(shots, `${lang}-live.${name}.png`), fullPage: true });
    await page.close();
  });

  it('says when the connection is lost, and misses nothing once it is back', async () => {
    const page = await browser.newPage(onPhone);
    await page.goto(`${feed.url}/en/live/february`);
    await page.locator('.connection .state', { hasText: 'Connected' }).waitFor();
    const { port } = new URL(feed.url);
    await feed.close();
    await page.locator('.connection .state', { hasText: 'Connection lost' }).waitFor();
    await page.screenshot({ path: join(shots, 'en-live-lost.phone.png') });
    await recordBallot(ledger.store, 'union-1', 'no');
    feed = await startFeedAgain(Number(port));
    await page.locator('.answers li', { hasText: /union-1.*No$/ }).waitFor();
    expect(await page.textContent('.connection .state')).toContain('Connected');
    await page.close();
  });

  it('is loaded again by a link where no script runs', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${feed.url}/en/meetings/february`);
    await page.click('text=Follow it live');
    expect(await page.isVisible('.connection')).toBe(false);
    await page.click('.reload');
    expect(await page.textContent('#motion ~ .lead')).toContain('Trees in spring');
    await page.click('text=Large letters');
    await page.waitForURL(`${feed.url}/en/live/february?room=1`);
    await page.close();
  });
});
