import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium; `MINUTEBOOK_CHROMIUM` names another one. No package brings a browser. */
const executablePath = [process.env.MINUTEBOOK_CHROMIUM ?? '', ...places].find((path) => existsSync(path));

const isRequired = process.env.MINUTEBOOK_CHROMIUM_REQUIRED === '1';

/**
 * Whether the tests in a browser can run. Where they cannot, it is said aloud, and where they must, it is an error.
 *
 * @throws Error without a browser while `MINUTEBOOK_CHROMIUM_REQUIRED` is 1
 */
export function chromiumIsHere(): boolean {
  if (executablePath !== undefined) return true;
  const advice = 'install it (Debian: apt-get install chromium) or name it in MINUTEBOOK_CHROMIUM';
  if (isRequired) throw new Error(`There is no Chromium: ${advice}.`);
  process.stderr.write(`SKIPPED: the tests of pages in a browser. There is no Chromium: ${advice}.\n`);
  return false;
}

/** The sandbox of Chromium refuses to run as root, as in a container. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
