import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startProduct, temporaryFolder } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { blocksOf, readme } from '../support/readme.ts';
import type { Block } from '../support/readme.ts';
import { shell } from '../support/shell.ts';

jest.setTimeout(300_000);

const border = '@@ end of block';

/** `npm ci` was run before any test can run, and `npm start` is what the test does first. */
const isInstallation = ({ commands }: Block): boolean => /^npm (ci|start)$/m.test(commands);

/** The page's addresses and folder, for those of the product under test. */
const here = (commands: string, { ledger, feed, data }: Product): string =>
  commands
    .replaceAll('http://127.0.0.1:3000', ledger)
    .replaceAll('http://127.0.0.1:3001', feed)
    .replaceAll('data/secretary.key', join(data, 'secretary.key'));

/** Runs all blocks in one shell, as a reader does, and gives the output of each that came to its end. */
async function runAll(blocks: readonly Block[], product: Product): Promise<readonly string[]> {
  const script = blocks.map(({ commands }) => `${here(commands, product)}\necho "${border}"`).join('\n');
  const { output } = await shell(`exec 2>&1\n${script}`, { MINUTEBOOK_DATA: product.data });
  return output.split(`${border}\n`);
}

/** @throws Error naming the part that is not there, or not in the order in which it is shown */
function expectShown(output: string, shown: readonly string[]): void {
  let from = 0;
  for (const part of shown) {
    const at = output.indexOf(part, from);
    if (at < 0) throw new Error(`"${part}" is not there, or not in this order, in:\n${output}`);
    from = at + part.length;
  }
}

describe('the README', () => {
  const all = blocksOf(readme());
  const blocks = all.filter((block) => !isInstallation(block));
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let outputs: readonly string[];

  beforeAll(async () => {
    folder = await temporaryFolder();
    product = await startProduct(join(folder.path, 'data'));
    outputs = await runAll(blocks, product);
  });

  afterAll(async () => {
    await product.interrupt();
    await folder.remove();
  });

  it('installs and starts with two commands', () => {
    expect(all.filter(isInstallation).map(({ commands }) => commands)).toEqual(['npm ci\nnpm start\n']);
  });

  it.each(blocks.map((block, i) => [block.line, block, i] as const))(
    'line %i runs and gives what it shows',
    (_line, { shown }, i) => {
      const output = outputs[i] ?? 'not reached';
      if (i >= outputs.length - 1) throw new Error(`failed:\n${output}`);
      expectShown(output, shown);
    },
  );
});
