import type { Hash } from '#tlog';
import type { TreeHead } from './checkpoints.ts';

/** The first entry that is not what it was. */
export type Difference = Readonly<{ index: number; expected: Hash; found: Hash }>;

/** What is stored is not what was signed. */
export class LogMismatch extends Error {
  readonly size: number;

  constructor(signed: TreeHead, what: string) {
    super(
      `the log cannot go on: the tree of ${signed.size} entries was signed with the root ${signed.root}, and ${what}. ` +
        'The public record was changed, cut or replaced after it was signed: restore it, never sign anew',
    );
    this.name = 'LogMismatch';
    this.size = signed.size;
  }
}

const base64 = (hash: Hash): string => hash.toString('base64');

export const missingEntries = (signed: TreeHead, entries: number): LogMismatch =>
  new LogMismatch(
    signed,
    `only ${entries} entries are stored: entry ${entries} and all after it are missing`,
  );

export function wrongRoot(signed: TreeHead, found: Hash, difference: Difference | undefined): LogMismatch {
  const where = difference
    ? `; the first that differs is entry ${difference.index}, whose hash was ${base64(difference.expected)} and is ${base64(difference.found)}`
    : '';
  return new LogMismatch(signed, `the stored entries make ${base64(found)}${where}`);
}
