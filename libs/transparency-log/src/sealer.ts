import { StoreClosed } from '#event-store';
import type { EventStore } from '#event-store';
import { formatCheckpoint, formatNote, parseCheckpoint, parseNote, signNote } from '#tlog';
import type { NoteSignature, Signer } from '#tlog';
import { openCheckpoints, withSignatures } from './checkpoints.ts';
import type { Checkpoints, Published, TreeHead } from './checkpoints.ts';
import { HashFiles } from './hash-files.ts';
import { lastSigned, noteSigned } from './last-signed.ts';
import { activeKeys, openLogRecords } from './log-state.ts';
import type { LogRecords } from './log-state.ts';
import { missingEntries, wrongRoot } from './mismatch.ts';
import { growToEnd, leafOf, newEntries, recompute } from './recompute.ts';
import { ownSignatures } from './witness-client.ts';
import { Witnessing } from './witnessing.ts';
import { KeysMissing, OriginChanged } from './sealer-errors.ts';

export type SealerOptions = Readonly<{
  /** The public store: entries are read from it, checkpoints go into it. */
  store: EventStore;
  /** For the hashes of the tree and the note of what was signed last; nobody else's. */
  folder: string;
  /** The keys that sign, the newest last: all of one name, the log's origin. Asked before every checkpoint. */
  signers: () => readonly Signer[];
  /**
   * Milliseconds between two checkpoints, at least; the first after a pause comes at once. 400 by default: a write has
   * its checkpoint within a second, though both checkpoints around the wait take a quarter of a second, and appending
   * shares its disk with few fsyncs.
   */
  interval?: number;
  /** Who cosigns; nobody by default. */
  witnessing?: Witnessing;
  /** Told what could not be stored and is not waited for. */
  onFailure?: (error: unknown) => void;
  /** Told every checkpoint that was published. */
  onPublished?: (published: Published) => void;
  /** Told the latest checkpoint, whoever signed it: once where it begins, then whenever all that was read is sealed. */
  onSealed?: (published: Published) => void;
}>;

type Opened = Readonly<{ files: HashFiles; checkpoints: Checkpoints; log: LogRecords }>;

/**
 * Signs the public record as a transparency log.
 *
 * In this order: the entries are durable, then their hashes; the size and the root are reserved by an append that
 * names what it follows; then they are signed; then the checkpoint is published. A crash anywhere leaves a
 * reservation that the next signer fulfils, with the same tree. Any number of signers may run over one record:
 * one append wins, and whoever was overtaken goes on from what the winner reserved. What was reserved is never
 * followed by less, and never by anything that does not extend it.
 */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #witnessing: Witnessing;

  constructor(options: SealerOptions) {
    this.#options = options;
    this.#witnessing = options.witnessing ?? new Witnessing();
  }

  /**
   * Seals until the signal is aborted or the store is closed.
   *
   * @throws LogMismatch where what is stored is not what was signed
   * @throws KeysMissing, OriginChanged, UnusableKeyFile, and what the store throws
   */
  async run(signal: AbortSignal): Promise<void> {
    const { store, folder } = this.#options;
    const files = await HashFiles.open(folder);
    try {
      const after = await store.head();
      const opened: Opened = {
        files,
        checkpoints: await openCheckpoints(store),
        log: await openLogRecords(store),
      };
      await this.#check(opened, signal);
      if (signal.aborted) return;
      this.#witnessing.start(signal, (size, line) => void this.#cosignedLate(opened, size, line, signal));
      await this.#seal(opened, signal);
      await this.#follow(opened, after, signal);
    } finally {
      files.close();
    }
  }

  /** @throws LogMismatch */
  async #check({ files, checkpoints }: Opened, signal: AbortSignal): Promise<void> {
    const { store, folder } = this.#options;
    const { reserved, published } = checkpoints.state;
    const signed = [reserved, published, lastSigned(folder)].filter((head) => head !== undefined);
    await recompute({ store, files, signal, seen: (entries) => this.#witnessing.take(entries) }, signed);
  }

  async #follow(opened: Opened, after: number, signal: AbortSignal): Promise<void> {
    const { store, interval = 400 } = this.#options;
    const { files, checkpoints, log } = opened;
    for await (const batch of store.subscribe({ after, signal, linger: interval })) {
      const entries = newEntries(batch, files.size);
      this.#witnessing.take(entries);
      files.append(entries.map(leafOf));
      for (const event of batch) {
        checkpoints.take(event);
        log.take(event);
      }
      await this.#seal(opened, signal);
    }
  }

  /** Until a checkpoint covers all that was read, signed by all keys. */
  async #seal(opened: Opened, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(await this.#isSealed(opened))) await this.#advance(opened);
    const { published } = opened.checkpoints.state;
    if (published) this.#options.onSealed?.(published);
  }

  async #isSealed(opened: Opened): Promise<boolean> {
    const { files, checkpoints } = opened;
    if (files.size === 0) return true;
    const signers = await this.#signers(opened);
    const { published } = checkpoints.state;
    return published !== undefined && published.size >= files.size && isSignedBy(published.note, signers);
  }

  /** One checkpoint further, by us or by whoever was faster. @throws LogMismatch */
  async #advance(opened: Opened): Promise<void> {
    const { files, checkpoints } = opened;
    const head = await this.#reserve(opened);
    if (!head) return;
    await this.#mustExtend(files, head);
    noteSigned(this.#options.folder, head);
    await this.#declare(opened);
    const signed = this.#sign(head, await this.#signers(opened), checkpoints.state.published);
    const cosignatures = await this.#cosignatures(opened, head, signed);
    if (!cosignatures) return;
    const note = withSignatures(signed, cosignatures);
    if (!(await checkpoints.append({ type: 'CheckpointPublished', ...head, note }))) return;
    const { published } = checkpoints.state;
    if (published) this.#options.onPublished?.(published);
  }

  /** The tree to be signed: one that was reserved and never published, or ours; undefined after a lost race. */
  async #reserve({ files, checkpoints }: Opened): Promise<TreeHead | undefined> {
    const { reserved, published } = checkpoints.state;
    const isFulfilled = reserved === undefined || reserved.size === published?.size;
    if (reserved && (!isFulfilled || reserved.size >= files.size)) return reserved;
    if (reserved) await this.#mustExtend(files, reserved);
    files.sync();
    const head = { size: files.size, root: (await files.root()).toString('base64') };
    return (await checkpoints.append({ type: 'CheckpointReserved', ...head })) ? head : undefined;
  }

  /** Holds a tree that somebody reserved against the entries. @throws LogMismatch */
  async #mustExtend(files: HashFiles, head: TreeHead): Promise<void> {
    if (files.size < head.size) await growToEnd({ store: this.#options.store, files });
    if (files.size < head.size) throw missingEntries(head, files.size);
    const root = await files.root(head.size);
    if (root.toString('base64') !== head.root) throw wrongRoot(head, root, undefined);
  }

  /** Who witnesses the log is published before it is asked for. */
  async #declare({ log }: Opened): Promise<void> {
    const { policyText: policy } = this.#witnessing;
    while (log.state.witnesses !== policy) await log.append({ type: 'WitnessesDeclared', policy });
  }

  #cosignatures(
    { files }: Opened,
    { size }: TreeHead,
    signed: string,
  ): Promise<readonly string[] | undefined> {
    const { origin } = parseCheckpoint(parseNote(signed).text);
    const note = ownSignatures(signed, origin);
    return this.#witnessing.gather({ size, note, subtrees: files.subtrees(size) });
  }

  /** After its checkpoint was published. */
  async #cosignedLate(
    { checkpoints }: Opened,
    size: number,
    line: string,
    signal: AbortSignal,
  ): Promise<void> {
    const record = { type: 'CheckpointCosigned', size, signatures: [line] } as const;
    try {
      while (!signal.aborted && !(await checkpoints.append(record)));
    } catch (error) {
      // It comes with a later checkpoint; the store's own trouble is the loop's to meet.
      if (!(error instanceof StoreClosed)) this.#options.onFailure?.(error);
    }
  }

  #sign({ size, root }: TreeHead, signers: readonly Signer[], before: Published | undefined): string {
    const origin = signers[0]?.verifier.name ?? '';
    const text = formatCheckpoint({ origin, size, root: Buffer.from(root, 'base64') });
    // Signed anew for another key, it keeps the cosignatures: they are of the same text.
    const old = before?.size === size ? parseNote(before.note).signatures : [];
    const cosignatures = old.filter(({ name }) => name !== origin);
    return formatNote({ text, signatures: [...signers.map((one) => signNote(one, text)), ...cosignatures] });
  }

  /** The keys that sign now; those that are new are recorded first. @throws KeysMissing, OriginChanged */
  async #signers({ files, log }: Opened): Promise<readonly Signer[]> {
    const inFile = this.#options.signers();
    const origin = inFile[0]?.verifier.name ?? '';
    for (;;) {
      const known = new Set(log.state.keys.map(({ vkey }) => vkey));
      const active = activeKeys(log.state).map(({ vkey }) => vkey);
      checkKeys(origin, inFile, active);
      const added = inFile.find(({ verifier }) => !known.has(verifier.vkey));
      if (!added) return inFile.filter(({ verifier }) => active.includes(verifier.vkey));
      await log.append({ type: 'LogKeyAdded', vkey: added.verifier.vkey, size: files.size });
    }
  }
}

/** @throws KeysMissing, OriginChanged */
function checkKeys(origin: string, inFile: readonly Signer[], active: readonly string[]): void {
  const other = active.find((vkey) => !vkey.startsWith(`${origin}+`));
  if (other !== undefined) throw new OriginChanged(origin, other);
  const missing = active.filter((vkey) => !inFile.some(({ verifier }) => verifier.vkey === vkey));
  if (missing.length > 0) throw new KeysMissing(missing);
}

const hasKey = (signatures: readonly NoteSignature[], { verifier }: Signer): boolean =>
  signatures.some(({ name, keyId }) => name === verifier.name && keyId.equals(verifier.keyId));

/** Whether the log's signatures on a note are those of exactly these keys. */
function isSignedBy(note: string, signers: readonly Signer[]): boolean {
  const origin = signers[0]?.verifier.name;
  const own = parseNote(note).signatures.filter(({ name }) => name === origin);
  return own.length === signers.length && signers.every((signer) => hasKey(own, signer));
}
