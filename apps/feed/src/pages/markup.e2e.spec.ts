import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { pagesOfEachType, recordPages } from '../testing/pages-record.ts';
import { makePlace, startFeed, startLedger } from '../testing/running-feed.ts';
import type { Feed, Ledger } from '../testing/running-feed.ts';
import { assetsFolder } from './frame/assets.ts';
import { languages } from '../words/languages.ts';

const place = makePlace();
let ledger: Ledger;
let feed: Feed;

beforeAll(async () => {
  ledger = await startLedger(place);
  await recordPages(ledger.store);
  await ledger.whenPublished();
  feed = await startFeed(place);
  await feed.whenAt(await ledger.store.head());
});
afterAll(async () => {
  await feed.close();
  await ledger.close();
  await place.remove();
});

/** How the markup is written is the renderer's affair; what it means is ours. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    // Spaces between two marks and around them are of the same kind in what is recorded and in what we say.
    'no-raw-characters': 'off',
  },
});

const cases = languages.flatMap((lang) => pagesOfEachType.map((address) => `/${lang}${address}`));

describe('the markup', () => {
  it.each(cases)('of %s is valid, and light with its style and its script', async (address) => {
    const html = await (await fetch(feed.url + address)).text();
    const style = readFileSync(new URL('style.css', assetsFolder));
    const scripts = [...html.matchAll(/<script type="module" src="[^"]*\/(\w+)-[^"]*"/g)].map(([, name]) =>
      readFileSync(new URL(`${name}.js`, assetsFolder)),
    );
    const weight = [html, style, ...scripts].reduce((sum, part) => sum + gzipSync(part).length, 0);
    expect(weight).toBeLessThan(59_000);
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) =>
      result.messages.map(
        ({ ruleId, message, offset }) => `${ruleId}: ${message}: ${html.slice(offset, offset + 80)}`,
      ),
    );
    expect(messages).toEqual([]);
  });
});
