import { hash, randomUUID } from 'node:crypto';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Hexadecimal digits of the time, in milliseconds, with which a time-ordered id begins. */
const timeDigits = 12;

/** The digits of the time that begin an id. */
const timeOf = (uuid: string): string => `${uuid.slice(0, 8)}${uuid.slice(9, 13)}`.toLowerCase();

/** A time-ordered random id (RFC 9562 §5.7): a random one, of which the time takes the first digits. */
export function uuidV7(now = Date.now()): string {
  const time = now.toString(16).padStart(timeDigits, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** A name-based id (RFC 9562 §5.8) that keeps the time prefix of another id, so that an index on it stays ordered. */
function derivedId(time: string | undefined, name: string): string {
  const digits = hash('sha256', name);
  const variant = ((parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  const first = time ?? digits;
  const [a, b] = [first.slice(0, 8), first.slice(8, timeDigits)];
  return `${a}-${b}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/**
 * The id of a command: the same for the same actor and Idempotency-Key, otherwise new.
 * A key that is a UUIDv7 lends its time, which keeps bulk recording fast.
 */
export function commandIdFor(actorId: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return uuidV7();
  const time = uuidPattern.test(idempotencyKey) ? timeOf(idempotencyKey) : undefined;
  return derivedId(time, `${actorId}\n${idempotencyKey}`);
}

/** The id of a command's n-th event: a repeated command makes the same events. */
export const eventIdFor = (commandId: string, index: number): string =>
  derivedId(timeOf(commandId), `${commandId}\n${index}`);

/** The id of a command that is part of another, or follows from it: the same for the same name. */
export const partIdFor = (commandId: string, name: string): string =>
  derivedId(timeOf(commandId), `${commandId}\n${name}`);
