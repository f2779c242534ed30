import canonicalize from 'canonicalize';

const repairObject = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), repair(member)]));

/** Lone surrogates, which JSON can escape and UTF-8 cannot hold, become U+FFFD. */
function repair(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(repair);
  return typeof value === 'object' && value !== null ? repairObject(value) : value;
}

function serialize(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('there is no JSON for this value');
  return text;
}

/** RFC 8785. A text with a lone surrogate is repaired, not refused: one bad character must not stop the record. */
export function canonicalJson(value: object): string {
  try {
    return serialize(value);
  } catch {
    return serialize(repair(value) as object);
  }
}
