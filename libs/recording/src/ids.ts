import { hash, randomBytes } from 'node:crypto';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const timeBytes = 6;

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** RFC 9562 layout around 16 bytes: version and variant are set, the rest is kept. */
function formatUuid(bytes: Buffer, version: 7 | 8): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A time-ordered random id (RFC 9562 §5.7). */
export function uuidV7(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, timeBytes);
  return formatUuid(bytes, 7);
}

/** A name-based id (RFC 9562 §5.8) that keeps the time prefix of another id, so that an index on it stays ordered. */
function derivedId(time: Buffer | undefined, name: string): string {
  const bytes = Buffer.from(hash('sha256', name, 'buffer').subarray(0, 16));
  time?.copy(bytes, 0, 0, timeBytes);
  return formatUuid(bytes, 8);
}

/**
 * The id of a command: the same for the same actor and Idempotency-Key, otherwise new.
 * A key that is a UUIDv7 lends its time, which keeps bulk recording fast.
 */
export function commandIdFor(actorId: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return uuidV7();
  const time = uuidPattern.test(idempotencyKey) ? bytesOf(idempotencyKey) : undefined;
  return derivedId(time, `${actorId}\n${idempotencyKey}`);
}

/** The id of a command's n-th event: a repeated command makes the same events. */
export const eventIdFor = (commandId: string, index: number): string =>
  derivedId(bytesOf(commandId), `${commandId}\n${index}`);

/** The id of a command that is part of another, or follows from it: the same for the same name. */
export const partIdFor = (commandId: string, name: string): string =>
  derivedId(bytesOf(commandId), `${commandId}\n${name}`);
