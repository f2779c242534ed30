import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { formatSecretKey, isKeyName, parseSecretKey, signatureTypes, signerOf } from '#tlog';
import type { SignatureType, Signer } from '#tlog';
import type { EventStore } from '#event-store';
import { openLogRecords } from './log-state.ts';
import { OriginChanged } from './sealer-errors.ts';

/** The file of secret keys cannot be used; the message says what to do. */
export class UnusableKeyFile extends Error {
  constructor(file: string, why: string) {
    super(`the key file ${file} ${why}`);
    this.name = 'UnusableKeyFile';
  }
}

/** The name of a log that nobody named: for a machine of one's own. */
export const defaultOrigin = 'localhost/minutebook';

/** Windows has no such modes. */
const hasModes = process.platform !== 'win32';

function checkMode(file: string): void {
  const mode = statSync(file).mode & 0o777;
  if (hasModes && (mode & 0o077) !== 0)
    throw new UnusableKeyFile(
      file,
      `can be read by others (mode ${mode.toString(8)}): whoever reads it can sign in the log's name. Run chmod 600 on it, and rotate the key if others have been there`,
    );
}

function parseLine(file: string, line: string): Signer {
  try {
    return parseSecretKey(line);
  } catch (error) {
    throw new UnusableKeyFile(file, `has a line that is no secret key: ${(error as Error).message}`);
  }
}

/**
 * The keys of a file, one secret key a line, the newest last.
 *
 * @throws UnusableKeyFile where others can read it, a line is no key, or the keys are of several logs
 */
export function readKeyFile(file: string): readonly Signer[] {
  if (!existsSync(file))
    throw new UnusableKeyFile(file, 'is not there: restore it from where you keep secrets');
  checkMode(file);
  const lines = readFileSync(file, 'utf8').split('\n');
  const signers = lines.filter((line) => line.trim() !== '').map((line) => parseLine(file, line.trim()));
  const names = new Set(signers.map(({ verifier }) => verifier.name));
  if (names.size !== 1) throw new UnusableKeyFile(file, 'has no key, or keys of several names');
  return signers;
}

/** A file beside another one with these lines, readable by its owner only. */
function temporaryKeyFile(file: string, lines: readonly string[]): string {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(descriptor, `${lines.join('\n')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(temporary, 0o600);
  return temporary;
}

/** Replaces the file as a whole. */
const writeKeyFile = (file: string, lines: readonly string[]): void =>
  renameSync(temporaryKeyFile(file, lines), file);

/** Makes the file, unless another process is faster. */
function createKeyFile(file: string, lines: readonly string[]): void {
  const temporary = temporaryKeyFile(file, lines);
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
}

const linesOf = (file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : [];

/** A new key, and its line in a file. */
function newKey(
  file: string,
  origin: string,
  type: SignatureType,
): Readonly<{ signer: Signer; line: string }> {
  if (!isKeyName(origin)) throw new UnusableKeyFile(file, `cannot have a key for ${JSON.stringify(origin)}`);
  const seed = randomBytes(32);
  const signer = signerOf(origin, type, seed);
  return { signer, line: formatSecretKey(signer.verifier, seed) };
}

/** Makes a key and adds it to the file, which is made where it is not there. Answers who checks its signatures. */
export function addKey(file: string, origin: string, type: SignatureType = signatureTypes.ed25519): Signer {
  const { signer, line } = newKey(file, origin, type);
  writeKeyFile(file, [...linesOf(file), line]);
  return signer;
}

/** Takes a key out of the file. */
export function removeKey(file: string, vkey: string): void {
  writeKeyFile(
    file,
    linesOf(file).filter((line) => parseLine(file, line.trim()).verifier.vkey !== vkey),
  );
}

/** Reads the file again only after it was replaced. */
export function keyFileReader(file: string): () => readonly Signer[] {
  let stamp = '';
  let signers: readonly Signer[] = [];
  return () => {
    const stat = statSync(file, { throwIfNoEntry: false });
    const now = stat ? `${stat.ino} ${stat.mtimeMs} ${stat.mode}` : 'gone';
    if (now !== stamp) signers = readKeyFile(file);
    stamp = now;
    return signers;
  };
}

export type OriginOptions = Readonly<{
  /** What the log must be called. */
  origin?: string | undefined;
  /** What a log is called that begins now, where nothing says what it must be. */
  ifNew?: string | undefined;
}>;

/**
 * Sees to it that there is a key: a log that has not begun gets one.
 *
 * @throws UnusableKeyFile where the log was signed before and its keys are gone
 * @throws OriginChanged where the log has another name than the one that is asked for
 */
export async function ensureKey(
  file: string,
  store: EventStore,
  { origin, ifNew = defaultOrigin }: OriginOptions = {},
): Promise<void> {
  if (!existsSync(file)) {
    const { state } = await openLogRecords(store);
    if (state.keys.length === 0)
      createKeyFile(file, [newKey(file, origin ?? ifNew, signatureTypes.ed25519).line]);
  }
  const vkey = readKeyFile(file)[0]?.verifier.vkey ?? '';
  if (origin !== undefined && !vkey.startsWith(`${origin}+`)) throw new OriginChanged(origin, vkey);
}
