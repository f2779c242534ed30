/**
 * The indexes of a longest increasing subsequence of distinct numbers, by patience sorting.
 * (Fredman, "On computing the length of longest increasing subsequences", 1975.)
 */
export function longestIncreasing(numbers: readonly number[]): readonly number[] {
  // The index of the least number that ends an increasing subsequence of each length, and what comes before it.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const at = (index: number | undefined): number => numbers[index ?? -1] ?? Infinity;
  numbers.forEach((number, index) => {
    const found = ends.findIndex((end) => at(end) > number);
    const length = found < 0 ? ends.length : found;
    previous[index] = ends[length - 1];
    ends[length] = index;
  });
  const indexes: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) indexes.unshift(index);
  return indexes;
}
