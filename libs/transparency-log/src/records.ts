import { hash } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '#event-store';

/** Checkpoints of the public record, in the order in which they were signed. */
export const checkpointsStream = 'public-checkpoints';

/** Who signs the log and who witnesses it: changes seldom. */
export const logStream = 'public-log';

/** This tree will be signed and no other of its size: a promise that is kept before there is a signature. */
export type CheckpointReserved = Readonly<{
  type: 'CheckpointReserved';
  size: number;
  /** Base64. */
  root: string;
}>;

/** The checkpoint as everybody may have it from now on: signed by the log, cosigned by who answered in time. */
export type CheckpointPublished = Readonly<{
  type: 'CheckpointPublished';
  size: number;
  root: string;
  /** The signed note. */
  note: string;
}>;

/** Signatures of witnesses that came after the checkpoint was published; lines of its note. */
export type CheckpointCosigned = Readonly<{
  type: 'CheckpointCosigned';
  size: number;
  signatures: readonly string[];
}>;

/** From now on the log signs with this key, too. */
export type LogKeyAdded = Readonly<{ type: 'LogKeyAdded'; vkey: string; size: number }>;
/** From now on it does not. */
export type LogKeyRetired = Readonly<{ type: 'LogKeyRetired'; vkey: string; size: number }>;
/** Whose cosignatures are asked for, and how many of them a reader should demand (C2SP tlog-policy, without logs). */
export type WitnessesDeclared = Readonly<{ type: 'WitnessesDeclared'; policy: string }>;

export type CheckpointRecord = CheckpointReserved | CheckpointPublished | CheckpointCosigned;
export type LogRecord = LogKeyAdded | LogKeyRetired | WitnessesDeclared;

/** A record where it stands in its stream. */
export type Stored<R> = R & Readonly<{ revision: number; recordedAt: string }>;

/** The stream holds what this program does not know. */
export class UnknownLogRecord extends Error {
  constructor({ stream, revision, type }: RecordedEvent) {
    super(`${stream} has a ${type} at revision ${revision}, which this program does not know: update it`);
    this.name = 'UnknownLogRecord';
  }
}

const checkpointTypes = ['CheckpointReserved', 'CheckpointPublished', 'CheckpointCosigned'];
const logTypes = ['LogKeyAdded', 'LogKeyRetired', 'WitnessesDeclared'];

function decode<R>(event: RecordedEvent, known: readonly string[]): Stored<R> {
  const { type, data, revision, recordedAt } = event;
  if (!known.includes(type)) throw new UnknownLogRecord(event);
  return { type, ...(JSON.parse(data) as object), revision, recordedAt } as unknown as Stored<R>;
}

/** @throws UnknownLogRecord */
export const checkpointRecord = (event: RecordedEvent): Stored<CheckpointRecord> =>
  decode(event, checkpointTypes);

/** @throws UnknownLogRecord */
export const logRecord = (event: RecordedEvent): Stored<LogRecord> => decode(event, logTypes);

/** An id by the content (RFC 9562 §5.8): whoever appends the same record appends it once. */
function idOf(text: string): string {
  const hex = hash('sha256', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param after the revision that it follows: the same record at another place is another one */
export function encodeRecord(record: CheckpointRecord | LogRecord, after: number): NewEvent {
  const { type, ...fields } = record;
  const data = JSON.stringify(fields);
  return { id: idOf(`${type}\n${after}\n${data}`), type, data, metadata: '{}' };
}
