import { signatureTypes } from './keys.ts';
import type { Signer, Verifier } from './keys.ts';
import type { Note, NoteSignature } from './note.ts';

/** A signature that was checked; when it was made, where it says so. */
export type VerifiedSignature = Readonly<{
  verifier: Verifier;
  /** Of a cosignature: seconds since 1970, by the cosigner's clock. */
  time?: number;
}>;

/** A known key's signature is wrong: somebody changed the note, or signed what it does not say. */
export class WrongSignature extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`the signature of ${key} is not of this text`);
    this.name = 'WrongSignature';
    this.key = key;
  }
}

const timeSize = 8;

/** What a cosigner signs (C2SP tlog-cosignature, cosignature/v1). @param time seconds since 1970 */
const cosigned = (text: string, time: bigint): Buffer => Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);

/** The signature of a log, or of anybody who signs the text as it is. */
export const signNote = ({ verifier, sign }: Signer, text: string): NoteSignature => ({
  name: verifier.name,
  keyId: verifier.keyId,
  signature: sign(Buffer.from(text)),
});

/** A witness's signature: that it saw this checkpoint at this time. @param time seconds since 1970 */
export function cosignNote({ verifier, sign }: Signer, text: string, time: number): NoteSignature {
  const stamp = Buffer.alloc(timeSize);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([stamp, sign(cosigned(text, BigInt(time)))]);
  return { name: verifier.name, keyId: verifier.keyId, signature };
}

function verifiedBy(verifier: Verifier, text: string, signature: Buffer): VerifiedSignature | undefined {
  if (verifier.type === signatureTypes.ed25519)
    return verifier.verify(Buffer.from(text), signature) ? { verifier } : undefined;
  if (signature.length <= timeSize) return undefined;
  const time = signature.readBigUInt64BE();
  const isTime = time <= BigInt(Number.MAX_SAFE_INTEGER);
  return isTime && verifier.verify(cosigned(text, time), signature.subarray(timeSize))
    ? { verifier, time: Number(time) }
    : undefined;
}

const isOf = ({ name, keyId }: Verifier, signature: NoteSignature): boolean =>
  name === signature.name && keyId.equals(signature.keyId);

/**
 * The signatures of known keys, each once; signatures of other keys are passed over.
 *
 * @throws WrongSignature
 */
export function verifyNote(
  { text, signatures }: Note,
  known: readonly Verifier[],
): readonly VerifiedSignature[] {
  const verified = new Map<string, VerifiedSignature>();
  for (const one of signatures) {
    const verifier = known.find((key) => isOf(key, one));
    if (!verifier || verified.has(verifier.vkey)) continue;
    const result = verifiedBy(verifier, text, one.signature);
    if (!result) throw new WrongSignature(verifier.name);
    verified.set(verifier.vkey, result);
  }
  return [...verified.values()];
}
