import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { recordPages } from './pages-record.ts';
import { makePlace, startFeed, startLedger } from './running-feed.ts';
import type { Feed, Ledger } from './running-feed.ts';

/** Where screenshots are kept. */
export const shots = 'artefacts/pages';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** A ledger, a feed that shows pages of each type, and a browser; there as soon as a test runs. */
export type PagesInChromium = Readonly<{ ledger: Ledger; feed: Feed; browser: Browser }>;

type Using = Readonly<{
  running: () => PagesInChromium;
  /** In the place of a feed that was closed, where it was reached. */
  startFeedAgain: (port: number) => Promise<Feed>;
}>;

const env = { MINUTEBOOK_RATE_LIMIT: '100000' };

/**
 * Starts them before the tests of a suite and ends them after.
 *
 * @param record what is on record besides
 */
export function usePagesInChromium(
  record: (ledger: Ledger) => Promise<unknown> = () => Promise.resolve(),
): Using {
  const place = makePlace();
  let started: PagesInChromium | undefined;
  const running = (): PagesInChromium => {
    if (!started) throw new Error('not started');
    return started;
  };
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    const ledger = await startLedger(place);
    await recordPages(ledger.store);
    await record(ledger);
    await ledger.whenPublished();
    const feed = await startFeed(place, { env });
    await feed.whenAt(await ledger.store.head());
    started = { ledger, feed, browser: await launchChromium() };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.feed.close();
    await started?.ledger.close();
    await place.remove();
  });
  return {
    running,
    startFeedAgain: async (port) => {
      const feed = await startFeed(place, { env, port });
      started = { ...running(), feed };
      return feed;
    },
  };
}
