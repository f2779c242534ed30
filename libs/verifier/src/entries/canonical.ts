import { canonicalJson } from '#public-record';

/** Names in the order of their UTF-16 units, in every object within (RFC 8785 §3.2.3). */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before = '';
  for (const name in value) {
    if (name < before) return false;
    before = name;
    if (!isSorted((value as Record<string, unknown>)[name])) return false;
  }
  return true;
}

/**
 * Whether a text is the canonical JSON of the value that it was read as. JSON.stringify writes numbers and
 * strings as RFC 8785 has them and keeps the order in which it found the names, so that is left to be looked at;
 * names that are whole numbers, which it would reorder, take the long way.
 */
export const isCanonical = (text: string, value: object): boolean =>
  JSON.stringify(value) === text ? isSorted(value) : canonicalJson(value) === text;
