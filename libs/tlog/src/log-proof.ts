import { hashSize } from './hash.ts';
import type { Hash } from './hash.ts';
import { fromBase64 } from './note.ts';

/** That an entry is in a log, in one file that needs no network (C2SP tlog-proof). */
export type LogProof = Readonly<{
  index: number;
  /** The leaf's sibling first. */
  hashes: readonly Hash[];
  /** The signed checkpoint, as it was served. */
  checkpoint: string;
  /** Whatever the application adds; nothing vouches for it. */
  extra?: Buffer;
}>;

/** The text is no proof. */
export class MalformedProof extends Error {
  constructor(why: string) {
    super(`this is no tlog-proof: ${why}`);
    this.name = 'MalformedProof';
  }
}

const header = 'c2sp.org/tlog-proof@v1';

export function formatProof({ index, hashes, checkpoint, extra }: LogProof): string {
  const lines = [
    header,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...hashes.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

function hashOf(line: string): Hash {
  const bytes = fromBase64(line);
  if (bytes?.length !== hashSize) throw new MalformedProof(`${JSON.stringify(line)} is no hash`);
  return bytes;
}

function extraOf(line: string | undefined): Buffer | undefined {
  if (!line?.startsWith('extra ')) return undefined;
  const bytes = fromBase64(line.slice('extra '.length));
  if (!bytes) throw new MalformedProof('what is extra is not base64');
  return bytes;
}

/** @throws MalformedProof; the checkpoint is not looked into */
export function parseProof(text: string): LogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw new MalformedProof('no empty line separates it from the checkpoint');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== header) throw new MalformedProof(`its first line is not ${header}`);
  const extra = extraOf(lines[0]);
  const [place = '', ...hashes] = extra ? lines.slice(1) : lines;
  const digits = /^index (0|[1-9]\d*)$/.exec(place)?.[1];
  if (digits === undefined || !Number.isSafeInteger(Number(digits)))
    throw new MalformedProof(`${JSON.stringify(place)} is no index`);
  return {
    index: Number(digits),
    hashes: hashes.map(hashOf),
    checkpoint: text.slice(end + 2),
    ...(extra && { extra }),
  };
}
