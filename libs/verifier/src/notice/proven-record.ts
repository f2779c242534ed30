import type { meeting, Recorded } from '#governance';
import type { NoticeRecord } from '#notice-proof';
import { decodePublicEntry, recordedOf } from '#public-record';
import { provenEntry, signed, vouched } from '../log/proven-entry.ts';
import type { Trust } from '../log/trust.ts';

export type NoticeProblem = Readonly<{ eventId?: string; code: string; message: string }>;

/** An event that is in the log, and what trusted witnesses say of it. */
export type ProvenRecord = Readonly<{ recorded: Recorded; evidence: meeting.Evidence }>;

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
  const { index, checkpoint } = provenEntry(entry, text, trust);
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
