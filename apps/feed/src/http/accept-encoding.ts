/** Content codings that the feed offers, the one it likes best first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

type Weights = ReadonlyMap<string, number>;

const weighted = /^\s*([!#$%&'*+\-.^_`|~\w]+)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

function weightsOf(header: string): Weights {
  const weights = new Map<string, number>();
  for (const element of header.split(',')) {
    const [, coding, q] = weighted.exec(element) ?? [];
    if (coding !== undefined) weights.set(coding.toLowerCase(), q === undefined ? 1 : Number(q));
  }
  return weights;
}

const weightOf = (weights: Weights, coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0;

/** `identity` is acceptable unless it is excluded by name, or by `*` where it is not named. */
const refusesIdentity = (weights: Weights): boolean =>
  (weights.get('identity') ?? weights.get('*') ?? 1) === 0;

/**
 * The coding that a client would have (RFC 9110 §12.5.3); undefined for none at all, and `none` where the
 * client takes nothing that there is.
 */
export function preferredEncoding(header: string | undefined): Encoding | 'none' | undefined {
  if (header === undefined) return undefined;
  const weights = weightsOf(header);
  const ranked = encodings.toSorted((a, b) => weightOf(weights, b) - weightOf(weights, a));
  const best = ranked.find((coding) => weightOf(weights, coding) > 0);
  if (best === undefined) return refusesIdentity(weights) ? 'none' : undefined;
  return weightOf(weights, best) >= (weights.get('identity') ?? 0) ? best : undefined;
}

/** Headers that are remembered: browsers and readers send the same few. */
const remembered = 256;

/** `preferredEncoding`, which on the path of every request is worth remembering. */
export function encodingMemory(): typeof preferredEncoding {
  const known = new Map<string | undefined, ReturnType<typeof preferredEncoding>>();
  return (header) => {
    if (known.has(header)) return known.get(header);
    if (known.size === remembered) known.clear();
    const preferred = preferredEncoding(header);
    known.set(header, preferred);
    return preferred;
  };
}
