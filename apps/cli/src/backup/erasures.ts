import { SqliteBlobStore } from '#blobs';
import type { EventStore } from '#event-store';
import { person } from '#governance';
import { Mentions, SqliteVault } from '#privacy';
import { commandIdFor, occurredAt, Rejected, StreamWriter, uuidV7 } from '#recording';
import type { WriteContext } from '#recording';
import type { DataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';

const streamOf = /^person-(.+)$/;

/** Whom the record says to be erased. */
export async function erasedIn(store: EventStore): Promise<ReadonlySet<string>> {
  const erased = new Set<string>();
  for (let after = 0; ;) {
    const page = await store.readAll({ after });
    for (const { stream, type } of page) {
      const [, personId] = streamOf.exec(stream) ?? [];
      if (type === 'PersonErased' && personId !== undefined) erased.add(personId);
    }
    const last = page.at(-1);
    if (!last) return erased;
    after = last.position;
  }
}

const contextOf = (personId: string): WriteContext => ({
  recordedBy: { actorId: 'operator', role: 'admin' },
  mode: 'live',
  commandId: commandIdFor('operator', `erase again ${personId}`),
  correlationId: uuidV7(),
  visibility: 'members',
});

/** Records that persons are erased whom this record, being older, does not know to be. @throws Failure */
export async function recordErasures(
  store: EventStore,
  personIds: readonly string[],
  basis: string,
): Promise<void> {
  const writer = new StreamWriter(store);
  for (const personId of personIds) {
    const context = contextOf(personId);
    const intention = { streamId: personId, command: { type: 'ErasePerson' as const, basis }, context };
    const facts = () => Promise.resolve({ at: occurredAt(context, 'UTC'), personId, other: undefined });
    await writer.write(person.decider, intention, facts).catch((error: unknown) => {
      if (!(error instanceof Rejected)) throw error;
      throw new Failure(`${personId} cannot be erased: ${error.code}`, { cause: error });
    });
  }
}

/**
 * Does in restored stores what erasing did in those that they are a copy of: the key goes, and so do the renditions
 * that name the person. Again, it changes nothing.
 */
export async function eraseAgain(folder: DataFolder, personIds: ReadonlySet<string>): Promise<void> {
  if (personIds.size === 0) return;
  const vault = SqliteVault.open({ file: folder.vault });
  const mentions = Mentions.open({ file: folder.mentions });
  const texts = [folder.blobs, folder.publicBlobs].map((file) => SqliteBlobStore.open({ file }));
  try {
    for (const personId of personIds) {
      for (const sha256 of mentions.of(personId)) for (const store of texts) await store.delete(sha256);
      await vault.destroy(personId);
      mentions.forget(personId);
    }
    for (const store of texts) await store.scrub();
  } finally {
    for (const store of texts) await store.close();
    mentions.close();
    await vault.close();
  }
}
