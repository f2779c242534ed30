import { AppendTooLarge, InvalidAppend } from './errors.ts';
import { limits } from './event-store.ts';
import type { ExpectedRevision, NewEvent, StreamAppend } from './event-store.ts';

/** `category-id`: the category is a word without a hyphen, the id has no spaces or control characters. */
const streamName = /^[A-Za-z][A-Za-z0-9_]*-[^\s\p{C}]+$/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** ISO 8601, UTC, with milliseconds. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** As EventStoreDB counts: a type's characters take two bytes. */
const bytesOf = ({ type, data, metadata }: NewEvent): number =>
  2 * type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata);

function checkStreamName(stream: string): void {
  if (stream.length > limits.streamNameLength)
    throw new AppendTooLarge("a stream's name", stream.length, limits.streamNameLength);
  if (!streamName.test(stream))
    throw new InvalidAppend(`stream name ${JSON.stringify(stream)} is not of the form category-id`);
}

function checkExpected(expected: ExpectedRevision): void {
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new InvalidAppend(`expected revision ${expected}: revisions start at 0, before them is 'noStream'`);
}

function checkEvent(event: NewEvent): number {
  if (!uuid.test(event.id)) throw new InvalidAppend(`event id ${event.id} is not a UUID in lower case`);
  if (event.type === '') throw new InvalidAppend(`event ${event.id} has no type`);
  // A lone surrogate has no UTF-8 form; JSON.stringify writes it as an escape.
  if (!event.data.isWellFormed() || !event.metadata.isWellFormed())
    throw new InvalidAppend(`event ${event.id} holds text that is not well-formed Unicode`);
  if (event.recordedAt !== undefined && !instant.test(event.recordedAt))
    throw new InvalidAppend(`event ${event.id} was recorded at ${event.recordedAt}, which is no instant`);
  const bytes = bytesOf(event);
  if (bytes > limits.eventBytes) throw new AppendTooLarge(`event ${event.id}`, bytes, limits.eventBytes);
  return bytes;
}

/**
 * What every store refuses before it looks at a stream.
 *
 * @throws AppendTooLarge, InvalidAppend
 */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  checkStreamName(stream);
  checkExpected(expected);
  if (events.length === 0) throw new InvalidAppend(`nothing to append to ${stream}`);
  let bytes = 0;
  for (const event of events) bytes += checkEvent(event);
  if (bytes > limits.appendBytes)
    throw new AppendTooLarge(`an append to ${stream}`, bytes, limits.appendBytes);
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length)
    throw new InvalidAppend(`an append to ${stream} has the same event id twice`);
}

/** As `checkAppend`, for several that are stored together. @throws AppendTooLarge, InvalidAppend */
export function checkTogether(appends: readonly StreamAppend[]): void {
  if (appends.length === 0) throw new InvalidAppend('nothing to append');
  for (const { stream, expected, events } of appends) checkAppend(stream, expected, events);
  const ids = appends.flatMap(({ events }) => events.map(({ id }) => id));
  if (new Set(ids).size < ids.length)
    throw new InvalidAppend('appends together have the same event id twice');
}

/** Whether a stream is as expected; `head` is the revision of its last event, -1 where there is none. */
export function isAsExpected(expected: ExpectedRevision, head: number): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'noStream':
      return head < 0;
    case 'streamExists':
      return head >= 0;
    default:
      return head === expected;
  }
}
