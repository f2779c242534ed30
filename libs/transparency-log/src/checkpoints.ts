import { streamLength } from '#event-store';
import type { EventStore } from '#event-store';
import { formatNote, parseNote, parseSignature } from '#tlog';
import type { NoteSignature } from '#tlog';
import { checkpointRecord, checkpointsStream } from './records.ts';
import type { CheckpointPublished, CheckpointRecord, Stored } from './records.ts';
import { RecordStream } from './record-stream.ts';

/** How large a tree is, and what it is. */
export type TreeHead = Readonly<{ size: number; root: string }>;

/** A checkpoint as it is served: with the cosignatures that have come so far. */
export type Published = TreeHead & Readonly<{ note: string; publishedAt: string }>;

export type CheckpointState = Readonly<{
  /** The largest tree that may have been signed. */
  reserved?: TreeHead;
  /** The last checkpoint that everybody may have. */
  published?: Published;
}>;

const sameKey = (a: NoteSignature, b: NoteSignature): boolean => a.name === b.name && a.keyId.equals(b.keyId);

/** A note with further signatures; a newer one of the same key takes the place of the older. */
export function withSignatures(note: string, lines: readonly string[]): string {
  const { text, signatures } = parseNote(note);
  const further = lines.map((line) => parseSignature(line.trimEnd()));
  const kept = signatures.filter((one) => !further.some((other) => sameKey(one, other)));
  return formatNote({ text, signatures: [...kept, ...further] });
}

const publishedFrom = ({ size, root, note, recordedAt }: Stored<CheckpointPublished>): Published => ({
  size,
  root,
  note,
  publishedAt: recordedAt,
});

/** What is known after a record. A tree that is smaller than one before is none of ours: it changes nothing. */
export function evolveCheckpoints(state: CheckpointState, record: Stored<CheckpointRecord>): CheckpointState {
  switch (record.type) {
    case 'CheckpointReserved':
      return { ...state, reserved: { size: record.size, root: record.root } };
    case 'CheckpointPublished':
      return { ...state, published: publishedFrom(record) };
    case 'CheckpointCosigned': {
      const { published } = state;
      if (published?.size !== record.size) return state;
      return {
        ...state,
        published: { ...published, note: withSignatures(published.note, record.signatures) },
      };
    }
  }
}

export type Checkpoints = RecordStream<CheckpointRecord, CheckpointState>;

/** Events read at a time on the way back to the last published checkpoint. */
const tailPage = 64;

/** The revision from which on the stream tells its whole state: that of a reservation whose tree was published. */
async function startOfTail(store: EventStore): Promise<number> {
  for (let from = await streamLength(store, checkpointsStream); from > 0;) {
    from = Math.max(0, from - tailPage);
    const page = (await store.readStream(checkpointsStream, { from, limit: tailPage })).map(checkpointRecord);
    const reserved = page.find(({ type }) => type === 'CheckpointReserved');
    const isTold = page.some(
      ({ type, revision }) => type === 'CheckpointPublished' && revision > (reserved?.revision ?? Infinity),
    );
    if (reserved && isTold) return reserved.revision;
  }
  return 0;
}

/** The checkpoints of the log, from the latest on. */
export async function openCheckpoints(store: EventStore): Promise<Checkpoints> {
  const options = {
    store,
    name: checkpointsStream,
    decode: checkpointRecord,
    initial: {},
    evolve: evolveCheckpoints,
  };
  const checkpoints = new RecordStream<CheckpointRecord, CheckpointState>(
    options,
    (await startOfTail(store)) - 1,
  );
  await checkpoints.refresh();
  return checkpoints;
}
