import type { meeting } from '#governance';
import { leafHash, parseCheckpoint, parseNote, parseProof, verifyInclusion } from '#tlog';
import type { Checkpoint } from '#tlog';
import { signaturesOf } from './trust.ts';
import type { Signatures, Trust } from './trust.ts';

/** A checkpoint that the log signed, with the cosignatures that are good. */
export type Signed = Checkpoint & Pick<Signatures, 'witnesses'>;

/** @throws Error saying what is wrong */
export function signed(text: string, trust: Trust): Signed {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note.text);
  const { log, witnesses, wrong } = signaturesOf(note, trust);
  if (wrong.length > 0) throw new Error(`the signature of ${wrong.join(', ')} is not of the checkpoint`);
  if (!log.some(({ verifier }) => verifier.name === checkpoint.origin))
    throw new Error('no key of the log that you trust has signed the checkpoint');
  return { ...checkpoint, witnesses };
}

/** By the witness who is first, or last. */
export function vouched({ witnesses }: Signed, which: 'first' | 'last'): meeting.Vouched | undefined {
  const times = witnesses
    .flatMap(({ name, time }) => (time === undefined ? [] : [{ name, time }]))
    .toSorted((a, b) => a.time - b.time);
  const found = times.at(which === 'first' ? 0 : -1);
  return found && { witness: found.name, at: new Date(found.time * 1000).toISOString() };
}

/** That an entry is in the log that is trusted, by its C2SP tlog-proof. @throws Error saying what is wrong */
export function provenEntry(
  entry: string,
  text: string,
  trust: Trust,
): Readonly<{ index: number; checkpoint: Signed }> {
  const { index, hashes, checkpoint: note } = parseProof(text);
  const checkpoint = signed(note, trust);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leaf: leafHash(Buffer.from(entry)), index, size, root, proof: hashes }))
    throw new Error(`the entry is not number ${index} of the tree that was signed`);
  return { index, checkpoint };
}
