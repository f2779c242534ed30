import {
  Edge,
  encodeBundle,
  entriesPath,
  formatCheckpoint,
  formatNote,
  formatPolicy,
  leafHash,
  newTiles,
  parsePolicy,
  signatureTypes,
  signerOf,
  signNote,
  tilePath,
  tileWidth,
} from '#tlog';
import type { Hash, Signer } from '#tlog';

/** The resources of a log by path, as a server has them; whoever tests may change them. */
export type ServedLog = Readonly<{ resources: Map<string, Uint8Array>; vkey: string; signer: Signer }>;

export const testOrigin = 'ledger.example.org/test';
export const testSigner = signerOf(testOrigin, signatureTypes.ed25519, Buffer.alloc(32, 7));

/** A signed checkpoint of a tree, with cosignatures if there are any. */
export function checkpointOf(signer: Signer, size: number, root: Hash): string {
  const text = formatCheckpoint({ origin: signer.verifier.name, size, root });
  return formatNote({ text, signatures: [signNote(signer, text)] });
}

/** Serves entries as the log of somebody who has the key would: every tile, and one signed checkpoint. */
export function serveLog(entries: readonly (string | Uint8Array)[], signer = testSigner): ServedLog {
  const bytes = entries.map((entry) => Buffer.from(entry));
  const levels: Hash[][] = [];
  const edge = new Edge();
  for (const entry of bytes)
    edge.append(leafHash(entry), (level, index, hash) => {
      (levels[level] ??= [])[index] = hash;
    });
  const resources = new Map<string, Uint8Array>();
  for (const tile of newTiles(0, bytes.length)) {
    const [from, to] = [tile.index * tileWidth, tile.index * tileWidth + tile.width];
    resources.set(tilePath(tile), Buffer.concat((levels[tile.level] ?? []).slice(from, to)));
    if (tile.level === 0) resources.set(entriesPath(tile), encodeBundle(bytes.slice(from, to)));
  }
  const { vkey } = signer.verifier;
  resources.set('checkpoint', Buffer.from(checkpointOf(signer, bytes.length, edge.root())));
  resources.set('keys', Buffer.from(`${vkey}\n`));
  resources.set('policy', Buffer.from(formatPolicy(parsePolicy(`log ${vkey}\nquorum none\n`))));
  return { resources, vkey, signer };
}
