/** What a rederivation finds: sentences, none where the record follows from itself. */
export type Differences = Generator<string, void, void>;

/** JSON with its keys in order: equal texts are equal values, whatever order a store gives them back in. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
export const isSame = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b);
