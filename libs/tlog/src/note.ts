/*
 * Signed notes (C2SP signed-note v1.0.0): a text that ends with a newline, an empty line, and a line for every
 * signature.
 */

export type NoteSignature = Readonly<{
  /** Of the key. */
  name: string;
  /** Four bytes that tell keys of one name apart. */
  keyId: Buffer;
  signature: Buffer;
}>;

export type Note = Readonly<{
  /** What is signed: with its last newline, without the empty line. */
  text: string;
  signatures: readonly NoteSignature[];
}>;

/** The text is no signed note. */
export class MalformedNote extends Error {
  constructor(why: string) {
    super(`this is no signed note: ${why}`);
    this.name = 'MalformedNote';
  }
}

const keyIdSize = 4;
/** Signatures that are read; the specification asks for 16 at least. */
const maxSignatures = 100;

/** A key's name: not empty, without spaces and plus signs. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Standard base64 with its padding and nothing else; undefined for any other text. */
export function fromBase64(text: string): Buffer | undefined {
  if (!base64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

const signatureLine = /^— (\S+) (\S+)$/u;

/** A signature as it stands in a note; with its newline. */
export const formatSignature = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;

/** @throws MalformedNote */
export function parseSignature(line: string): NoteSignature {
  const [, name = '', blob = ''] = signatureLine.exec(line) ?? [];
  const bytes = fromBase64(blob);
  if (!isKeyName(name) || !bytes || bytes.length <= keyIdSize)
    throw new MalformedNote(`${JSON.stringify(line)} is no signature line`);
  return { name, keyId: bytes.subarray(0, keyIdSize), signature: bytes.subarray(keyIdSize) };
}

/** Nothing below a space but newlines, and nothing that is no character. */
const isNoteText = (text: string): boolean =>
  text.isWellFormed() && !/[^\n\u0020-\ufffc\u{fffe}-\u{10ffff}]/u.test(text);

/** @throws MalformedNote */
export function parseNote(note: string): Note {
  if (!isNoteText(note)) throw new MalformedNote('it has characters that no note has');
  const separator = note.lastIndexOf('\n\n');
  if (separator < 0) throw new MalformedNote('no empty line separates the text from its signatures');
  if (!note.endsWith('\n')) throw new MalformedNote('its last line has no end');
  const lines = note.slice(separator + 2, -1).split('\n');
  if (lines.length > maxSignatures) throw new MalformedNote(`it has more than ${maxSignatures} signatures`);
  return { text: note.slice(0, separator + 1), signatures: lines.map(parseSignature) };
}

/** @throws MalformedNote where the text does not end with a newline */
export function formatNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n') || !isNoteText(text))
    throw new MalformedNote('its text does not end with a newline');
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}
