import type { QuorumTest } from './rule.ts';

const normal = (test: QuorumTest): string =>
  JSON.stringify(Object.entries(test).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two lists hold the same tests, in whatever order: all of them must hold together. */
export const sameTests = (some: readonly QuorumTest[], others: readonly QuorumTest[]): boolean =>
  JSON.stringify(some.map(normal).toSorted()) === JSON.stringify(others.map(normal).toSorted());
