import { SqliteBlobStore } from '#blobs';
import { SqliteEventStore } from '#event-store-sqlite';
import { eventStoreSource, ledgerReadModels, ProjectionRunner } from '#projections';
import { Publisher } from '#public-record';
import type { ProjectorData, ProjectorMessage } from './protocol.ts';

type Tell = (message: ProjectorMessage) => void;

/** Keeps the read models up with the ledger until the signal is aborted. */
async function projectReadModels(
  store: SqliteEventStore,
  folder: string,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const runner = await ProjectionRunner.open({
    folder,
    models: ledgerReadModels,
    source: eventStoreSource(store),
    onProgress: (position) => tell({ kind: 'advanced', position }),
    onRebuild: ({ position, head }) => tell({ kind: 'rebuilding', position, head }),
    signal,
  });
  tell({ kind: 'opened', position: runner.position });
  try {
    await runner.run(signal);
  } finally {
    runner.close();
  }
}

/** Both to their ends: the first failure stops the other, and is thrown. */
async function bothUntilStopped(
  tasks: readonly ((signal: AbortSignal) => Promise<void>)[],
  signal: AbortSignal,
) {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const results = await Promise.allSettled(
    tasks.map((task) =>
      task(either).catch((error: unknown) => {
        failed.abort();
        throw error;
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * Projects and publishes what is in the ledger until the signal is aborted.
 *
 * @throws what stopped one of them
 */
export async function project(data: ProjectorData, tell: Tell, signal: AbortSignal): Promise<void> {
  const store = await SqliteEventStore.open({ file: data.ledgerStore, readOnly: true });
  const publicStore = await SqliteEventStore.open({ file: data.publicStore });
  // Opened for writing, it is there even where no request has come yet.
  const blobs = SqliteBlobStore.open({ file: data.blobs });
  const publicBlobs = SqliteBlobStore.open({ file: data.publicBlobs });
  const publisher = new Publisher({
    ledger: store,
    publicStore,
    blobs: { ledger: blobs, public: publicBlobs },
  });
  try {
    await bothUntilStopped(
      [
        (either) => projectReadModels(store, data.readModels, tell, either),
        (either) => publisher.run(either),
      ],
      signal,
    );
  } finally {
    await publicBlobs.close();
    await blobs.close();
    await publicStore.close();
    await store.close();
  }
}
