import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { WrongExpectedRevision } from '#event-store';
import type { EventStore } from '#event-store';
import { SqliteVault } from '#privacy';
import type { Vault } from '#privacy';
import { isEmbedded } from './engine.ts';
import { sharedStream } from './stores.ts';
import { vaultItself } from './vault.ts';

/** What is not in the record, and all ledgers on a database have to find in one place. */
export type SharedPlaces = Readonly<{
  /** The file with the shared folder's name for itself. */
  folderId: string;
  /** Where the keys of persons are: `sqlite`, in the file, or a connection string. */
  keys: string;
  /** The file of a vault in the shared folder, if there is one. */
  vault: string;
}>;

/** Keys, names or texts of this record are elsewhere. */
export class OtherSharedPlace extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'OtherSharedPlace';
  }
}

const otherFolder = (file: string, found: string, wanted: string): OtherSharedPlace =>
  new OtherSharedPlace(
    `the ledgers on this database keep blobs, public names and the log's key in the folder whose folder-id is ` +
      `${wanted}, and ${file} is ${found}: give that folder as MINUTEBOOK_SHARED_DATA`,
  );

const otherVault = (): OtherSharedPlace =>
  new OtherSharedPlace(
    'the ledgers on this database keep the keys of persons in another place than MINUTEBOOK_VAULT says, and erase ' +
      'them there: give all of them the same',
  );

/** The folder's name for itself, made by whoever comes first. */
function idOf(file: string): string {
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, `${randomUUID()}\n`, { mode: 0o600 });
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
  return readFileSync(file, 'utf8').trim();
}

/** Whether a ledger was started on the database. */
export const isClaimed = async (notes: Pick<EventStore, 'readStream'>): Promise<boolean> =>
  (await notes.readStream(sharedStream, { limit: 1 })).length > 0;

/** Of keys in a database, a mark that all who open the same one find; of those in the folder, none. */
const markOf = async (keys: string, vault: Vault): Promise<string | undefined> =>
  isEmbedded({ store: keys }) ? undefined : (await vault.provide(vaultItself)).toString('hex').slice(0, 16);

/** Where a record was copied to a database, its keys may still be in a file. @throws OtherSharedPlace */
async function checkMoved({ keys, vault: file }: SharedPlaces, vault: Vault): Promise<void> {
  if (isEmbedded({ store: keys }) || !existsSync(file)) return;
  const inFile = SqliteVault.open({ file });
  const held = await inFile.entries();
  await inFile.close();
  const known = new Set((await vault.entries()).map(({ personId }) => personId));
  const missing = held.filter(({ personId }) => !known.has(personId)).length;
  if (missing > 0)
    throw new OtherSharedPlace(
      `${missing} keys of persons are in ${file} and not in the database: \`minutebook copy\` takes them there, and ` +
        'MINUTEBOOK_VAULT=sqlite leaves them where they are',
    );
}

/**
 * Whoever destroys a person's key, or looks for a text, must do it where all others do. The first ledger on a database
 * notes in it which folder and which vault that is.
 *
 * @throws OtherSharedPlace
 */
export async function claimSharedPlaces(
  notes: EventStore,
  places: SharedPlaces,
  vault: Vault,
): Promise<void> {
  const id = idOf(places.folderId);
  const mark = await markOf(places.keys, vault);
  if (!(await isClaimed(notes))) await checkMoved(places, vault);
  const noted = { id, ...(mark !== undefined && { vault: mark }) };
  const event = { id, type: 'SharedFolderNamed', data: JSON.stringify(noted), metadata: '{}' };
  try {
    const { repeated } = await notes.append(sharedStream, 'noStream', [event]);
    if (!repeated) return;
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
  }
  const [first] = await notes.readStream(sharedStream, { limit: 1 });
  const wanted = JSON.parse(first?.data ?? '{}') as Partial<typeof noted>;
  if (wanted.id !== id) throw otherFolder(places.folderId, id, wanted.id ?? '');
  if (wanted.vault !== mark) throw otherVault();
}
