import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** How a seat shows who sits in it. */
export type DisplayNamePolicy = 'full' | 'initials' | 'seat_only';

/** A name as anyone may read it, until it is erased: what opens the digest in the public record. */
export type PublicName = Readonly<{
  personId: string;
  name: string;
  /** 32 bytes, hex. */
  salt: string;
}>;

/** SHA-256(salt ‖ canonical JSON of {name, personId}), hex (RFC 8785): what the public record has of a name. */
export const nameDigest = ({ personId, name, salt }: PublicName): string =>
  hash(
    'sha256',
    Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonicalize({ name, personId }) ?? '')]),
  );

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

const initialOf = (word: string): string => {
  const [first] = letters.segment(word);
  return `${first?.segment.toLocaleUpperCase('und') ?? ''}.`;
};

/** "María de la Cruz-López" is "M. D. L. C.": one initial for each word. */
export const initialsOf = (name: string): string =>
  name.split(/\s+/).filter(Boolean).map(initialOf).join(' ');

/** A name under a policy; undefined where only the seat is shown. */
export function shownAs(name: string, policy: DisplayNamePolicy): string | undefined {
  switch (policy) {
    case 'full':
      return name;
    case 'initials':
      return initialsOf(name);
    case 'seat_only':
      return undefined;
  }
}
