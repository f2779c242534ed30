import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readAll } from '../support/ledger-reads.ts';
import { descendants, isRunning } from '../support/processes.ts';
import { NotStarted, startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { shell } from '../support/shell.ts';

jest.setTimeout(180_000);

/** Milliseconds. The goal is 2 000 on a quiet machine; tests share the machine with others, so this only tells a start from a rebuild, and the figure is printed. */
const readyLimit = 20_000;

const curlLines = (product: Product): readonly string[] => product.output().match(/^ +curl .*$/gm) ?? [];

const answersAt = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Resolves when the condition holds; the test's own limit ends the wait. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('npm start', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;

  beforeAll(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'));
  });

  afterAll(async () => {
    await product.interrupt();
    await folder.remove();
  });

  it('makes the data folder and prints two addresses that answer', async () => {
    expect(existsSync(join(product.data, 'ledger', 'events.sqlite'))).toBe(true);
    expect(await answersAt(product.ledger)).toBe(true);
    expect(await answersAt(product.feed)).toBe(true);
  });

  it('keeps the printed key in a file that only its owner may read', () => {
    const file = join(product.data, 'secretary.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(product.output()).toMatch(/mbk_secretary_[\w-]{43}/);
    expect(existsSync(join(product.data, 'first-start.key'))).toBe(false);
  });

  it('prints three curl lines that work when pasted', async () => {
    const [write = '', read = '', look = '', ...more] = curlLines(product);
    expect(more).toEqual([]);
    expect(JSON.parse((await shell(write)).output)).toMatchObject({ stream: 'organization-my-organization' });
    expect((await shell(read)).output).toContain('union');
    expect((await shell(look)).output).toContain('illustration');
  });

  it('stops both at Ctrl-C, and is ready again with its data in a moment', async () => {
    const { data, ledger, feed } = product;
    const first = product;
    expect(await first.interrupt()).toBe(0);
    expect([await answersAt(ledger), await answersAt(feed)]).toEqual([false, false]);

    product = await startProduct(data);
    process.stdout.write(`second start ready after ${Math.round(product.readyAfter)} ms\n`);
    expect(product.readyAfter).toBeLessThan(readyLimit);
    expect(product.output()).not.toContain('operations recorded');
    for (const line of curlLines(product)) expect((await shell(line)).code).toBe(0);
  });

  it('says so when a port is taken, and starts nothing', async () => {
    const port = new URL(product.ledger).port;
    const other = await temporaryFolder();
    const attempt = startProduct(join(other.path, 'data'), ['--ledger-port', port]);
    await expect(attempt).rejects.toThrow(NotStarted);
    await expect(attempt).rejects.toThrow(/another program listens there.*--ledger-port/s);
    await other.remove();
  });
});

describe('a first start that is interrupted', () => {
  it('is completed by the next one', async () => {
    const folder = await temporaryFolder();
    const data = join(folder.path, 'data');
    const interrupted = await startProduct(data, [], 'los-angeles-and-san-diego: 25 of 82');
    expect(await interrupted.interrupt()).toBe(0);
    expect(interrupted.output()).not.toContain('Ctrl-C stops both');

    const product = await startProduct(data);
    try {
      expect(product.output()).toMatch(/82 operations recorded, \d+ of them before/);
      expect(existsSync(join(data, 'first-start.key'))).toBe(false);
      expect(await readAll(product, 'organizations')).toHaveLength(9);
    } finally {
      await product.interrupt();
      await folder.remove();
    }
  });
});

describe('npm start -- --empty', () => {
  it('records nothing but its keys', async () => {
    const folder = await temporaryFolder();
    const product = await startProduct(join(folder.path, 'data'), ['--empty']);
    try {
      for (const line of curlLines(product)) expect(await shell(line)).toMatchObject({ code: 0 });
      const [, read = ''] = curlLines(product);
      expect(JSON.parse((await shell(read)).output)).toMatchObject({ items: [] });
    } finally {
      expect(await product.interrupt()).toBe(0);
      await folder.remove();
    }
  });
});

describe('the two processes', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  /** Never 0, which would stand for the tests' own processes. */
  const running = (command: string): number => {
    const found = descendants(product.pid).find((one) => one.command.includes(command));
    if (!found) throw new Error(`no process of the product runs ${command}`);
    return found.pid;
  };
  const service = (name: string): number => running(`bundle/${name}.js`);

  beforeEach(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'), ['--empty']);
  });

  afterEach(async () => {
    await product.interrupt();
    await folder.remove();
  });

  it.each([
    ['ledger', 'feed'],
    ['feed', 'ledger'],
  ])('when the %s dies, the %s is stopped and the exit code tells', async (dies, stops) => {
    const other = service(stops);
    process.kill(service(dies), 'SIGKILL');
    expect(await product.exited).toBe(1);
    expect(product.output()).toContain(`the ${dies} ended`);
    expect(isRunning(other)).toBe(false);
  });

  it('do not outlive the process that started them', async () => {
    const [ledger, feed] = [service('ledger'), service('feed')];
    process.kill(running('minutebook.mjs start'), 'SIGKILL');
    await product.exited;
    await until(() => !isRunning(ledger) && !isRunning(feed));
  });
});
