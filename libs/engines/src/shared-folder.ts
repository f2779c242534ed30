import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { WrongExpectedRevision } from '#event-store';
import type { EventStore } from '#event-store';
import { sharedStream } from './stores.ts';

/** Keys, names and texts of this record are in another folder. */
export class OtherSharedFolder extends Error {
  constructor(file: string, found: string, wanted: string) {
    super(
      `the ledgers on this database keep blobs, keys of persons and the log's key in the folder whose folder-id is ` +
        `${wanted}, and ${file} is ${found}: give that folder as MINUTEBOOK_SHARED_DATA`,
    );
    this.name = 'OtherSharedFolder';
  }
}

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

/**
 * Whoever destroys a person's key, or looks for a text, must do it where all others do: the ledgers of one database
 * share one folder of files. The first notes in the database which one it is.
 *
 * @param file of the folder's id
 * @throws OtherSharedFolder
 */
export async function claimSharedFolder(notes: EventStore, file: string): Promise<void> {
  const id = idOf(file);
  const event = { id, type: 'SharedFolderNamed', data: JSON.stringify({ id }), metadata: '{}' };
  try {
    await notes.append(sharedStream, 'noStream', [event]);
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    const [named] = await notes.readStream(sharedStream, { limit: 1 });
    const wanted = (JSON.parse(named?.data ?? '{}') as { id?: string }).id ?? '';
    if (wanted !== id) throw new OtherSharedFolder(file, id, wanted);
  }
}
