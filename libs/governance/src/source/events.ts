import type { When } from '../kernel/when.ts';

/** A document from which facts are read, as it was when it was retrieved. */
export type SourceRegistered = Readonly<{
  type: 'SourceRegistered';
  title: string;
  /** Who answers for what it says; claims are retracted in this name. */
  publisher: string;
  /** Titles under which others cite it. */
  otherNames?: readonly string[];
  url?: string;
  publishedAt?: When;
  retrievedAt?: When;
  /** Of the document as retrieved, hex. */
  sha256: string;
  /** Of its plain text (UTF-8), where that is kept: quotes are held against it. */
  textSha256?: string;
}>;

export type SourceEvent = SourceRegistered;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  SourceRegistered: true,
} satisfies Record<SourceEvent['type'], true>);
