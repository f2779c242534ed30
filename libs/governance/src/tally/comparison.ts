import type { Comparison, Proportion } from './rule.ts';

/**
 * Factors are at most 2^26, so that a product of two stays below 2^53 and every comparison is exact.
 * No body has more seats, and no clause a finer fraction.
 */
export const largestFactor = 2 ** 26;

const holds: Readonly<Record<Comparison, (lhs: number, rhs: number) => boolean>> = {
  gt: (lhs, rhs) => lhs > rhs,
  gte: (lhs, rhs) => lhs >= rhs,
};

/** `count/base > num/den` without a division: whole numbers are compared, nothing is rounded. */
export function compare(count: number, baseValue: number, { num, den, cmp }: Proportion) {
  const lhs = count * den;
  const rhs = baseValue * num;
  return { lhs, rhs, cmp, holds: holds[cmp](lhs, rhs) } as const;
}
