import { MalformedCheckpoint, MalformedNote, hashSize, fromBase64, parseCheckpoint, parseNote } from '#tlog';
import type { Checkpoint, Hash, Note } from '#tlog';

/** What a log asks of a witness (C2SP tlog-witness, `add-checkpoint`). */
export type AddCheckpoint = Readonly<{
  /** The size that the log believes to have been cosigned last. */
  old: number;
  proof: readonly Hash[];
  /** The signed checkpoint, as it came. */
  text: string;
  note: Note;
  checkpoint: Checkpoint;
}>;

/** The body is not what the protocol says. */
export class MalformedRequest extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'MalformedRequest';
  }
}

/** Bytes of a request: a proof, a checkpoint and the log's own signatures are far less. */
export const maxRequest = 10 * 1024;
const maxProof = 63;

function hashOf(line: string): Hash {
  const bytes = fromBase64(line);
  if (bytes?.length !== hashSize) throw new MalformedRequest('a line of the proof is no hash');
  return bytes;
}

function noteIn(text: string): Pick<AddCheckpoint, 'note' | 'checkpoint'> {
  try {
    const note = parseNote(text);
    return { note, checkpoint: parseCheckpoint(note.text) };
  } catch (error) {
    if (error instanceof MalformedNote || error instanceof MalformedCheckpoint)
      throw new MalformedRequest(error.message);
    throw error;
  }
}

/** @throws MalformedRequest */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const end = body.indexOf('\n\n');
  if (end < 0) throw new MalformedRequest('no empty line separates the proof from the checkpoint');
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const digits = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  if (digits === undefined || !Number.isSafeInteger(Number(digits)))
    throw new MalformedRequest('its first line is not `old` and a size');
  if (lines.length > maxProof) throw new MalformedRequest(`the proof has more than ${maxProof} lines`);
  const text = body.slice(end + 2);
  return { old: Number(digits), proof: lines.map(hashOf), text, ...noteIn(text) };
}
