import type {
  AllStreamRecordedEvent,
  EventData,
  RecordedEvent as ServerEvent,
} from '@kurrent/kurrentdb-client';
import { limits } from '#event-store';
import type { NewEvent, RecordedEvent } from '#event-store';
import { positionOf } from './position.ts';

/**
 * The client takes and gives values, not texts. A text that it would give back as it was is stored as JSON, for
 * everybody to read; any other one is stored as bytes, which come back as they are.
 */
type JsonObject = Record<string, unknown>;

/** Which one of how many events of one append; the server does not tell. */
export type Share = Readonly<{ index: number; of: number }>;

export type Stored = Readonly<{
  event: RecordedEvent;
  share: Share;
  /** It was recorded in another store first. */
  isCopy: boolean;
}>;

const alone: Share = { index: 0, of: 1 };

/**
 * What this store notes in an event's metadata: its share of an append of several; when it was appended, as the
 * client's reads cut the server's time to whole seconds; when a copy was recorded first.
 */
const notes = { share: '$append', appendedAt: '$appendedAt', recordedAt: '$recordedAt' } as const;
type Notes = Readonly<Partial<Record<keyof typeof notes, unknown>>>;
type Noted = Readonly<Partial<Record<keyof typeof notes, string | undefined>>>;
const shareText = /^(\d+)\/(\d+)$/;
/** Metadata that is no plain JSON object: notes, if any, a tilde, and the text. No JSON begins like this. */
const verbatimText = /^(\d+\/\d+)?(?:!([^~@]+))?(?:@([^~]+))?~(.*)$/s;
/** Room for notes, per event. */
const noteBytes = 80;

/** The value of a JSON text that is written as `JSON.stringify` writes; undefined for any other text. */
function plain(text: string): { value: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return JSON.stringify(value) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const textOf = (data: Uint8Array): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8');

const hasNotes = (value: JsonObject): boolean =>
  Object.values(notes).some((key) => Object.hasOwn(value, key));

const marked = (mark: string, note: string | undefined): string => (note === undefined ? '' : mark + note);

function encodeMetadata(text: string, { share, appendedAt, recordedAt }: Noted): JsonObject | Uint8Array {
  const value = plain(text)?.value;
  if (!isObject(value) || hasNotes(value))
    return bytes(`${share ?? ''}${marked('!', appendedAt)}${marked('@', recordedAt)}~${text}`);
  if (share !== undefined) value[notes.share] = share;
  if (appendedAt !== undefined) value[notes.appendedAt] = appendedAt;
  if (recordedAt !== undefined) value[notes.recordedAt] = recordedAt;
  return value;
}

function encode({ id, type, data, metadata, recordedAt }: NewEvent, noted: Noted): EventData {
  const common = { id, type, metadata: encodeMetadata(metadata, { ...noted, recordedAt }) };
  const json = plain(data);
  return json
    ? ({ ...common, contentType: 'application/json', data: json.value } as EventData)
    : { ...common, contentType: 'application/octet-stream', data: bytes(data) };
}

const sizeOf = ({ type, data, metadata }: NewEvent): number =>
  2 * type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata);

/**
 * The events of one append as the client takes them.
 *
 * @param now ISO 8601, UTC, with milliseconds
 */
export function encodeAppend(events: readonly NewEvent[], now: string): EventData[] {
  const size = events.reduce((sum, event) => sum + sizeOf(event) + noteBytes, 0);
  // The server takes no more than the port does: what is as large as may be is not noted anything.
  if (size > limits.appendBytes) return events.map((event) => encode(event, {}));
  const shared = events.length > 1;
  return events.map((event, i) =>
    encode(event, { appendedAt: now, ...(shared && { share: `${i}/${events.length}` }) }),
  );
}

function shareOf(text: unknown): Share {
  const [, index, of] = shareText.exec(String(text)) ?? [];
  return index === undefined ? alone : { index: Number(index), of: Number(of) };
}

function decodeMetadata(metadata: unknown): Notes & Readonly<{ metadata: string }> {
  if (metadata === undefined) return { metadata: '{}' };
  if (metadata instanceof Uint8Array) {
    const text = textOf(metadata);
    const [, share, appendedAt, recordedAt, verbatim = text] = verbatimText.exec(text) ?? [];
    return { metadata: verbatim, share, appendedAt, recordedAt };
  }
  if (!isObject(metadata) || !hasNotes(metadata)) return { metadata: JSON.stringify(metadata) };
  const {
    [notes.share]: share,
    [notes.appendedAt]: appendedAt,
    [notes.recordedAt]: recordedAt,
    ...given
  } = metadata;
  return { metadata: JSON.stringify(given), share, appendedAt, recordedAt };
}

/** Characters of an instant up to its second. */
const toSecond = '2026-01-31T23:59:59'.length;

/** The server's second, and in it the instant that the appender noted, however its clock goes. */
function timeOf(created: Date, appendedAt: unknown): string {
  const instant = created.toISOString();
  if (typeof appendedAt !== 'string') return instant;
  const second = instant.slice(0, toSecond);
  if (appendedAt.startsWith(second)) return appendedAt;
  return `${second}${appendedAt < second ? '.000Z' : '.999Z'}`;
}

/** An event of the server as the port gives it, with the name of its stream in the store. */
export function decode(stored: ServerEvent | AllStreamRecordedEvent, stream = stored.streamId): Stored {
  const { id, type, revision, position, created } = stored;
  if (position === undefined)
    throw new Error(`the server does not tell the position of event ${id}: it is older than 22.10`);
  const { metadata, share, appendedAt, recordedAt } = decodeMetadata(stored.metadata);
  const data: unknown = stored.data;
  const event = {
    id,
    type,
    data: !stored.isJson && data instanceof Uint8Array ? textOf(data) : JSON.stringify(data),
    metadata,
    stream,
    revision: Number(revision),
    position: positionOf(position.commit, id),
    recordedAt: typeof recordedAt === 'string' ? recordedAt : timeOf(created, appendedAt),
  };
  const isCopy = recordedAt !== undefined;
  return { event, share: share === undefined ? alone : shareOf(share), isCopy };
}
