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

export type Stored = Readonly<{ event: RecordedEvent; share: Share }>;

const alone: Share = { index: 0, of: 1 };

/** The key under which an event's metadata says its share of an append of several. */
const shareKey = '$append';
const shareText = /^(\d+)\/(\d+)$/;
/** Metadata that is no plain JSON object: a share, if any, a tilde, and the text. No JSON begins like this. */
const verbatimText = /^(\d+\/\d+)?~(.*)$/s;
/** Room for the shares of an append, per event. */
const shareBytes = 32;

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

function encodeMetadata(text: string, share: string | undefined): JsonObject | Uint8Array {
  const value = plain(text)?.value;
  if (!isObject(value) || Object.hasOwn(value, shareKey)) return bytes(`${share ?? ''}~${text}`);
  if (share !== undefined) value[shareKey] = share;
  return value;
}

function encode({ id, type, data, metadata }: NewEvent, share: string | undefined): EventData {
  const common = { id, type, metadata: encodeMetadata(metadata, share) };
  const json = plain(data);
  return json
    ? ({ ...common, contentType: 'application/json', data: json.value } as EventData)
    : { ...common, contentType: 'application/octet-stream', data: bytes(data) };
}

const sizeOf = ({ type, data, metadata }: NewEvent): number =>
  2 * type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata);

/** The events of one append as the client takes them; nothing of it changes when the given ones do. */
export function encodeAppend(events: readonly NewEvent[]): EventData[] {
  const size = events.reduce((sum, event) => sum + sizeOf(event) + shareBytes, 0);
  const shared = events.length > 1 && size <= limits.appendBytes;
  return events.map((event, i) => encode(event, shared ? `${i}/${events.length}` : undefined));
}

function shareOf(text: unknown): Share {
  const [, index, of] = shareText.exec(String(text)) ?? [];
  return index === undefined ? alone : { index: Number(index), of: Number(of) };
}

function decodeMetadata(metadata: unknown): { metadata: string; share: Share } {
  if (metadata === undefined) return { metadata: '{}', share: alone };
  if (metadata instanceof Uint8Array) {
    const text = textOf(metadata);
    const [, share, verbatim = text] = verbatimText.exec(text) ?? [];
    return { metadata: verbatim, share: shareOf(share) };
  }
  if (!isObject(metadata) || !Object.hasOwn(metadata, shareKey))
    return { metadata: JSON.stringify(metadata), share: alone };
  const { [shareKey]: share, ...given } = metadata;
  return { metadata: JSON.stringify(given), share: shareOf(share) };
}

/** An event of the server as the port gives it. */
export function decode(stored: ServerEvent | AllStreamRecordedEvent): Stored {
  const { id, type, streamId, revision, position, created } = stored;
  if (position === undefined)
    throw new Error(`the server does not tell the position of event ${id}: it is older than 22.10`);
  const { metadata, share } = decodeMetadata(stored.metadata);
  const data: unknown = stored.data;
  const event = {
    id,
    type,
    data: !stored.isJson && data instanceof Uint8Array ? textOf(data) : JSON.stringify(data),
    metadata,
    stream: streamId,
    revision: Number(revision),
    position: positionOf(position.commit, id),
    recordedAt: created.toISOString(),
  };
  return { event, share };
}
