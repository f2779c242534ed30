import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a person's data say. */
export type PersonData = Readonly<{ name: string }>;

/** Data as an event carries them: nothing without the person's key. */
export type SealedData = Readonly<{
  /** AES-256-GCM (NIST SP 800-38D), by its name in RFC 7518 §5.3. */
  algorithm: 'A256GCM';
  /** Base64url: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
  sealed: string;
}>;

const nonceBytes = 12;
const tagBytes = 16;

/** Plaintexts are filled up to a multiple of this: the length of a name is told to nobody. Bytes. */
const blockBytes = 256;

type Purpose = 'data' | 'salt' | 'digest';

/** A key for one purpose (RFC 5869). */
const keyFor = (key: Buffer, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `minutebook person ${purpose}`, 32));

/** Bound to the person: sealed data of one are not taken for another's, even under one key. */
const bound = (personId: string): Buffer => Buffer.from(`minutebook person data\n${personId}`);

function padded(data: PersonData): Buffer {
  const text = Buffer.from(JSON.stringify(data));
  const size = Math.ceil((text.length + 1) / blockBytes) * blockBytes;
  return Buffer.concat([text, Buffer.alloc(size - text.length, ' ')]);
}

export function seal(key: Buffer, personId: string, data: PersonData): SealedData {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, 'data'), nonce).setAAD(bound(personId));
  const ciphertext = Buffer.concat([cipher.update(padded(data)), cipher.final()]);
  const sealed = Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64url');
  return { algorithm: 'A256GCM', sealed };
}

/** @throws where the key is another one, the person is another one, or a byte was changed */
export function open(key: Buffer, personId: string, { sealed }: SealedData): PersonData {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'data'), bytes.subarray(0, nonceBytes));
  decipher.setAAD(bound(personId)).setAuthTag(bytes.subarray(-tagBytes));
  const plain = [decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()];
  return JSON.parse(Buffer.concat(plain).toString('utf8')) as PersonData;
}

/**
 * The salt of one publication of the person's name, hex. It derives from the key, so that it is gone with it, and
 * from the command that publishes, so that no two publications can be told to be of one name.
 */
export const saltFor = (key: Buffer, commandId: string): string =>
  createHmac('sha256', keyFor(key, 'salt')).update(commandId).digest('hex');

/**
 * The digest of a command that has personal data in it: a plain SHA-256 of a name is the name, for whoever tries
 * all names. With the key gone, it says nothing.
 */
export const keyedDigest = (key: Buffer, digest: string): string =>
  createHmac('sha256', keyFor(key, 'digest')).update(digest).digest('hex');
