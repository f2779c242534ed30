import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { fromBase64, isKeyName } from './note.ts';

/** Kinds of signatures that are made and checked here (C2SP signed-note, "Signatures"). */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** Who can check signatures of one key. */
export type Verifier = Readonly<{
  name: string;
  keyId: Buffer;
  type: SignatureType;
  /** 32 bytes. */
  publicKey: Buffer;
  /** As it is published: `name+id+key`. */
  vkey: string;
  /** Whether bytes were signed with the key (Ed25519, RFC 8032). */
  verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}>;

/** Who can sign with one key. */
export type Signer = Readonly<{
  verifier: Verifier;
  sign: (message: Uint8Array) => Buffer;
}>;

/** The text is no key. It is not repeated: it may be a secret. */
export class MalformedKey extends Error {
  constructor(why: string) {
    super(`this is no key of a note: ${why}`);
    this.name = 'MalformedKey';
  }
}

const keySize = 32;
/** What stands before the raw key in PKCS #8 and SPKI (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const publicKeyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });

/** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key). */
const keyIdOf = (name: string, type: number, publicKey: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey]), 'buffer').subarray(
    0,
    4,
  );

const isType = (type: number | undefined): type is SignatureType =>
  (Object.values(signatureTypes) as (number | undefined)[]).includes(type);

/** @throws MalformedKey */
export function verifierOf(name: string, type: SignatureType, publicKey: Buffer): Verifier {
  if (!isKeyName(name)) throw new MalformedKey('its name is empty, or has a space or a plus sign');
  if (publicKey.length !== keySize) throw new MalformedKey(`an Ed25519 key has ${keySize} bytes`);
  const key = publicKeyOf(publicKey);
  const keyId = keyIdOf(name, type, publicKey);
  const encoded = Buffer.concat([Buffer.of(type), publicKey]).toString('base64');
  return {
    name,
    keyId,
    type,
    publicKey,
    vkey: `${name}+${keyId.toString('hex')}+${encoded}`,
    verify: (message, signature) => signature.length === 64 && verify(null, message, key, signature),
  };
}

const keyPattern = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/;

function split(text: string): Readonly<{ name: string; id: string; bytes: Buffer }> {
  const [, name = '', id = '', encoded = ''] = keyPattern.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (!bytes || bytes.length === 0) throw new MalformedKey('it is not of the form name+id+key');
  return { name, id, bytes };
}

const checkId = (verifier: Verifier, id: string): void => {
  if (verifier.keyId.toString('hex') !== id)
    throw new MalformedKey(`its id is ${verifier.keyId.toString('hex')}, not ${id}`);
};

/** Reads a published key (`vkey`). @throws MalformedKey, also for kinds of keys that are not known here */
export function parseVerifier(vkey: string): Verifier {
  const { name, id, bytes } = split(vkey);
  const type = bytes[0];
  if (!isType(type)) throw new MalformedKey(`keys of type ${type} are not known here`);
  const verifier = verifierOf(name, type, bytes.subarray(1));
  checkId(verifier, id);
  return verifier;
}

/** A signer by its 32 secret bytes. @throws MalformedKey */
export function signerOf(name: string, type: SignatureType, seed: Buffer): Signer {
  if (seed.length !== keySize) throw new MalformedKey(`an Ed25519 seed has ${keySize} bytes`);
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const verifier = verifierOf(name, type, spki.subarray(publicPrefix.length));
  return { verifier, sign: (message) => sign(null, message, key) };
}

const secretPrefix = 'PRIVATE+KEY+';

/** A secret key as text: `PRIVATE+KEY+name+id+key`. Whoever has it can sign. */
export function formatSecretKey({ name, keyId, type }: Verifier, seed: Buffer): string {
  const encoded = Buffer.concat([Buffer.of(type), seed]).toString('base64');
  return `${secretPrefix}${name}+${keyId.toString('hex')}+${encoded}`;
}

/** @throws MalformedKey */
export function parseSecretKey(text: string): Signer {
  if (!text.startsWith(secretPrefix)) throw new MalformedKey('a secret key begins with PRIVATE+KEY');
  const { name, id, bytes } = split(text.slice(secretPrefix.length));
  const type = bytes[0];
  if (!isType(type)) throw new MalformedKey(`keys of type ${type} are not known here`);
  const signer = signerOf(name, type, bytes.subarray(1));
  checkId(signer.verifier, id);
  return signer;
}
