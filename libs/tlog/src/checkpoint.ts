import { hashSize } from './hash.ts';
import type { Hash } from './hash.ts';
import { fromBase64, isKeyName } from './note.ts';

/** A tree, as its log signs it (C2SP tlog-checkpoint v1.0.0). */
export type Checkpoint = Readonly<{
  /** Names the log: an address without a scheme. */
  origin: string;
  size: number;
  root: Hash;
  /** Lines after the root, which we never write. */
  extensions?: readonly string[];
}>;

/** The text is no checkpoint. */
export class MalformedCheckpoint extends Error {
  constructor(why: string) {
    super(`this is no checkpoint: ${why}`);
    this.name = 'MalformedCheckpoint';
  }
}

/** The text that is signed. @throws MalformedCheckpoint */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  if (!isKeyName(origin)) throw new MalformedCheckpoint('its origin is empty, or has a space or a plus sign');
  if (!Number.isSafeInteger(size) || size < 0) throw new MalformedCheckpoint(`${size} is no size`);
  if (root.length !== hashSize) throw new MalformedCheckpoint(`its root has ${root.length} bytes`);
  return [origin, String(size), root.toString('base64'), ...extensions, ''].join('\n');
}

/** Reads the text of a note. @throws MalformedCheckpoint */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  const bytes = fromBase64(root);
  if (rest.at(-1) !== '') throw new MalformedCheckpoint('its last line has no end');
  if (origin === '') throw new MalformedCheckpoint('it has no origin');
  if (!/^(?:0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new MalformedCheckpoint(`${JSON.stringify(size)} is no size`);
  if (bytes?.length !== hashSize) throw new MalformedCheckpoint('its root is no SHA-256 in base64');
  if (extensions.includes('')) throw new MalformedCheckpoint('an extension line is empty');
  return { origin, size: Number(size), root: bytes, ...(extensions.length > 0 && { extensions }) };
}
