import type { meeting, Recorded } from '#governance';
import type { NoticeRecord } from '#notice-proof';
import { decodePublicEntry, recordedOf } from '#public-record';
import { leafHash, parseCheckpoint, parseNote, parseProof, verifyInclusion } from '#tlog';
import type { Checkpoint } from '#tlog';
import { signaturesOf } from '../log/trust.ts';
import type { Signatures, Trust } from '../log/trust.ts';

export type NoticeProblem = Readonly<{ eventId?: string; code: string; message: string }>;

/** An event that is in the log, and what trusted witnesses say of it. */
export type ProvenRecord = Readonly<{ recorded: Recorded; evidence: meeting.Evidence }>;

/** A checkpoint that the log signed, with the cosignatures that are good. */
type Signed = Checkpoint & Pick<Signatures, 'witnesses'>;

/** @throws Error saying what is wrong */
function signed(text: string, trust: Trust): Signed {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note.text);
  const { log, witnesses, wrong } = signaturesOf(note, trust);
  if (wrong.length > 0) throw new Error(`the signature of ${wrong.join(', ')} is not of the checkpoint`);
  if (!log.some(({ verifier }) => verifier.name === checkpoint.origin))
    throw new Error('no key of the log that you trust has signed the checkpoint');
  return { ...checkpoint, witnesses };
}

/** By the witness who is first, or last. */
function vouched({ witnesses }: Signed, which: 'first' | 'last'): meeting.Vouched | undefined {
  const times = witnesses
    .flatMap(({ name, time }) => (time === undefined ? [] : [{ name, time }]))
    .toSorted((a, b) => a.time - b.time);
  const found = times.at(which === 'first' ? 0 : -1);
  return found && { witness: found.name, at: new Date(found.time * 1000).toISOString() };
}

/** What was seen while the entry was not there: a smaller tree, or it says nothing. @throws Error */
function missingIn(note: string | undefined, index: number, trust: Trust): meeting.Vouched | undefined {
  if (note === undefined) return undefined;
  const checkpoint = signed(note, trust);
  if (checkpoint.size > index)
    throw new Error(`a checkpoint of ${checkpoint.size} entries may hold entry ${index}`);
  return vouched(checkpoint, 'last');
}

/** @throws Error saying what is wrong */
function proven(
  entry: string,
  text: string,
  record: NoticeRecord,
  trust: Trust,
): ProvenRecord | NoticeProblem {
  const { index, hashes, checkpoint: note } = parseProof(text);
  const checkpoint = signed(note, trust);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leaf: leafHash(Buffer.from(entry)), index, size, root, proof: hashes }))
    throw new Error(`the entry is not number ${index} of the tree that was signed`);
  const decoded = decodePublicEntry(entry);
  const { eventId } = record;
  if (decoded.kind !== 'event')
    return {
      eventId,
      code: 'NOT_PUBLIC',
      message: 'the event is not public: the log holds a commitment to it',
    };
  const recorded = recordedOf(decoded, index + 1);
  const [held, missing] = [vouched(checkpoint, 'first'), missingIn(record.missingCheckpoint, index, trust)];
  return { recorded, evidence: { ...(held && { held }), ...(missing && { missing }) } };
}

/** One record of a notice proof, or what is wrong with it. */
export function provenRecord(record: NoticeRecord, trust: Trust): ProvenRecord | NoticeProblem {
  const { entry, proof, eventId } = record;
  if (entry === undefined || proof === undefined)
    return { eventId, code: 'NOT_SIGNED_YET', message: 'no checkpoint covers the event yet' };
  try {
    return proven(entry, proof, record, trust);
  } catch (error) {
    return { eventId, code: 'PROOF_WRONG', message: (error as Error).message };
  }
}
