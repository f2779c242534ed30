import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { decodeBundle, encodeBundle } from './entry-bundle.ts';
import { emptyRoot } from './hash.ts';
import { formatSecretKey, parseSecretKey, parseVerifier, signatureTypes, signerOf } from './keys.ts';
import { formatNote, formatSignature, parseNote } from './note.ts';
import { consistencyProof, inclusionProof } from './proof.ts';
import { signNote, verifyNote } from './signatures.ts';
import { MemoryLog } from './testing/memory-log.ts';
import { entry } from './testing/naive-tree.ts';

/** Made and verified with independent implementations of the same specifications. */
const origin = 'ledger.example.org/council';
const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
const publicKey = '03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8';
const vkey = 'ledger.example.org/council+009eb08f+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4';
const roots = [
  [0, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
  [1, 'o0Te2mOZ4HlwDxjKzMF07RHvGx0WQnHjqV2CxzRGaXc='],
  [3, 'cuDRdZjUDBQ/FOv7BeLFxN3Wvr8WXzVpRDrEaViH0wI='],
  [257, '6sxCy9aaRpNMQLARCcKz6jKIDaigU8zk4Mli0J9pttA='],
] as const;
const signatureLine =
  '— ledger.example.org/council AJ6wj6FMBOtpwZhnyjT6C8bMR7cWYw9zxsvWm2tO8fF0D4/VmUbDb4S4KhtWKP8rEue2JCyv3a00ZtTBq2bZvefFMgk=\n';
const bundle = '00076576656e74203000076576656e74203100076576656e742032';
const encoded = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('base64'));

const signer = signerOf(origin, signatureTypes.ed25519, seed);
const checkpoint = formatCheckpoint({ origin, size: 3, root: new MemoryLog(3).edge.root() });

describe('the known answers', () => {
  it.each(roots)('the root of %d entries', (size, root) => {
    expect(new MemoryLog(size).edge.root().toString('base64')).toBe(root);
  });

  it('the key, its id with leading zeros, and back', () => {
    expect(signer.verifier.publicKey.toString('hex')).toBe(publicKey);
    expect(signer.verifier.vkey).toBe(vkey);
    expect(parseVerifier(vkey).keyId).toEqual(signer.verifier.keyId);
    const secret = formatSecretKey(signer.verifier, seed);
    expect(secret.startsWith(`PRIVATE+KEY+${origin}+009eb08f+`)).toBe(true);
    expect(parseSecretKey(secret).verifier.vkey).toBe(vkey);
  });

  it('the signed checkpoint', () => {
    expect(checkpoint).toBe(`${origin}\n3\n${roots[2][1]}\n`);
    const signature = signNote(signer, checkpoint);
    expect(formatSignature(signature)).toBe(signatureLine);
    const note = parseNote(formatNote({ text: checkpoint, signatures: [signature] }));
    expect(verifyNote(note, [parseVerifier(vkey)])).toHaveLength(1);
    expect(parseCheckpoint(note.text)).toMatchObject({ origin, size: 3 });
  });

  it('the bundle of entries', () => {
    const entries = [0, 1, 2].map(entry);
    expect(encodeBundle(entries).toString('hex')).toBe(bundle);
    expect(decodeBundle(Buffer.from(bundle, 'hex'))).toEqual(entries);
  });

  it('the proofs', async () => {
    const read = new MemoryLog(3).reader(3);
    expect(encoded(await inclusionProof(1, 3, read))).toEqual([
      'o0Te2mOZ4HlwDxjKzMF07RHvGx0WQnHjqV2CxzRGaXc=',
      'mwsvHVi/CGiQtBRvCe+kLKE+UlqgM5OSFWDFgU/1MIg=',
    ]);
    expect(encoded(await consistencyProof(1, 3, read))).toEqual([
      'GJqUTdG9me1mhadWcNV6ZFkekB0ycU1vbFjlXYqe20Y=',
      'mwsvHVi/CGiQtBRvCe+kLKE+UlqgM5OSFWDFgU/1MIg=',
    ]);
    expect(emptyRoot.toString('base64')).toBe(roots[0][1]);
  });
});
