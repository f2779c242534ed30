import { getBody, getOrganization } from '#projections';
import type { DecisionDocument, Reads } from '#projections';
import { parseCheckpoint, parseNote, verifyNote, WrongSignature } from '#tlog';
import type { Note, Verifier } from '#tlog';
import { countersigningOf } from '#transparency-log';
import type { Countersigning, PartyCosignature } from '#transparency-log';
import { Unreachable } from '#verifier';
import type { LogSource } from '#verifier';

type Party = PartyCosignature & Readonly<{ name: string }>;

/** Which parties have countersigned the latest checkpoint, and with it every entry that it covers. */
export type CountersignedCheckpoint = Pick<Countersigning, 'at'> &
  Readonly<{ size: number; parties: readonly Party[] }>;

/** When the key cosigned the note; a signature that is not of it counts for nothing. */
function cosignedAt(note: Note, verifier: Verifier): string | undefined {
  try {
    const time = verifyNote(note, [verifier])[0]?.time;
    return time === undefined ? undefined : new Date(time * 1000).toISOString();
  } catch (error) {
    if (error instanceof WrongSignature) return undefined;
    throw error;
  }
}

export type CheckpointNote = Readonly<{ note: Note; size: number }>;

/** @throws Unreachable */
export async function checkpointIn(source: LogSource): Promise<CheckpointNote> {
  const text = await source.read('checkpoint');
  if (!text) throw new Unreachable(`${source.name} has no checkpoint`);
  const note = parseNote(text.toString());
  return { note, size: parseCheckpoint(note.text).size };
}

/** undefined where no party to the body that decided has a witness. */
export function countersignedCheckpoint(
  reads: Reads,
  { bodyId }: DecisionDocument,
  { note, size }: CheckpointNote,
): CountersignedCheckpoint | undefined {
  const witnesses = bodyId === undefined ? [] : (getBody(reads, bodyId)?.witnesses ?? []);
  const cosigned = (verifier: Verifier) => {
    const at = cosignedAt(note, verifier);
    return at === undefined ? undefined : { size, at };
  };
  const found = countersigningOf({ cosigned }, size - 1, witnesses);
  if (!found) return undefined;
  const { index: _index, parties, ...rest } = found;
  const named = parties.map((party) => ({
    ...party,
    name: getOrganization(reads, party.organizationId)?.name ?? party.organizationId,
  }));
  return { ...rest, size, parties: named };
}

const timeIn = (zone: string | undefined, at: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long', timeZone: zone ?? 'UTC' }).format(
    new Date(at),
  );

/** `both parties`, where there are two. */
const allOf = ({ length }: readonly unknown[]): string =>
  length === 1 ? 'the party' : length === 2 ? 'both parties' : `all ${length} parties`;

/** One sentence for all of them, and one for each. */
export function countersigningLines(
  { size, parties, at }: CountersignedCheckpoint,
  { timeZone }: Pick<DecisionDocument, 'timeZone'>,
): readonly string[] {
  const what = `in the latest checkpoint, of ${size} entries, which covers this decision`;
  const first =
    at === undefined
      ? `Not countersigned by ${allOf(parties)}: signatures are missing ${what}.`
      : `Countersigned by ${allOf(parties)} at ${timeIn(timeZone, at)}, ${what}.`;
  const each = parties.map(({ name, at: signed, lateSince }) => {
    if (signed !== undefined) return `  ${name}: ${timeIn(timeZone, signed)}`;
    const late = lateSince === undefined ? '' : `, and late since ${timeIn(timeZone, lateSince)}`;
    return `  ${name}: not in this checkpoint${late}`;
  });
  return [first, ...each];
}
