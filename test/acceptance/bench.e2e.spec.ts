import { describe, expect, it, jest } from '@jest/globals';
import { shell } from '../support/shell.ts';

jest.setTimeout(600_000);

describe('npm run bench', () => {
  it('runs all benchmarks to their ends and prints a line for each ratio', async () => {
    const { code, output } = await shell('npm run -s bench', {
      MINUTEBOOK_BENCH: 'quick',
      MINUTEBOOK_BENCH_EVENTS: '2000',
    });
    expect(output).toMatch(/^Node \d+/m);
    const ratios = output.match(/^(reached|MISSED) +\d+\.\d\d +≥ \d\.\d\d +\S.*$/gm) ?? [];
    for (const name of [
      'store',
      'HTTP recordBallot',
      'HTTP getDecision',
      'rebuild',
      'feed',
      'verify',
      'sealing',
    ])
      expect(ratios.filter((row) => row.toLowerCase().includes(name.toLowerCase()))).not.toEqual([]);
    expect(code).toBe(0);
  });
});
