import { isSatisfied, parsePolicy, parseVerifier, verifyNote, WrongSignature } from '#tlog';
import type { Note, Policy, VerifiedSignature, Verifier } from '#tlog';

/** Whose signatures the auditor trusts, by the auditor's own choice: never by what the log says of itself. */
export type Trust = Readonly<{
  /** Keys of the log, the current and those that it had. */
  logKeys: readonly Verifier[];
  /** Whose cosignatures count, and how many have to be there. */
  policy?: Policy;
}>;

/** @throws MalformedKey */
export const trustKeys = (vkeys: readonly string[]): Trust => ({ logKeys: vkeys.map(parseVerifier) });

/** @throws MalformedPolicy */
export function trustPolicy(text: string): Trust {
  const policy = parsePolicy(text);
  return { logKeys: policy.logs.map(({ verifier }) => verifier), policy };
}

/** Signatures of one note as far as they are trusted. */
export type Signatures = Readonly<{
  log: readonly VerifiedSignature[];
  /** Cosignatures of witnesses of the policy, with their times. */
  witnesses: readonly (VerifiedSignature & Readonly<{ name: string }>)[];
  /** Keys whose signature is there and is not of this text. */
  wrong: readonly string[];
}>;

/** Of one key; `wrong` where its signature is there and false. */
function signatureOf(note: Note, verifier: Verifier): VerifiedSignature | 'wrong' | undefined {
  try {
    return verifyNote(note, [verifier])[0];
  } catch (error) {
    if (error instanceof WrongSignature) return 'wrong';
    throw error;
  }
}

export function signaturesOf(note: Note, { logKeys, policy }: Trust): Signatures {
  const wrong: string[] = [];
  const good = (verifier: Verifier): readonly VerifiedSignature[] => {
    const signature = signatureOf(note, verifier);
    if (signature === 'wrong') wrong.push(verifier.name);
    return signature === undefined || signature === 'wrong' ? [] : [signature];
  };
  const log = logKeys.flatMap(good);
  const witnesses = (policy?.witnesses ?? []).flatMap(({ name, verifier }) =>
    good(verifier).map((signature) => ({ ...signature, name })),
  );
  return { log, witnesses, wrong };
}

/** Whether those who cosigned are enough; nobody has to where no policy says so. */
export const areEnough = ({ policy }: Trust, { witnesses }: Signatures): boolean =>
  !policy || isSatisfied(policy, new Set(witnesses.map(({ name }) => name)));
