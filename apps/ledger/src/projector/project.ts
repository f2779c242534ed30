import { SqliteBlobStore } from '#blobs';
import { openLedgerStore, openPublicStore } from '#engines';
import type { EventStore } from '#event-store';
import { tracedSource, tracingIf } from '#platform';
import type { Tracing } from '#platform';
import { eventStoreSource, ledgerReadModels, ProjectionRunner } from '#projections';
import { Publisher } from '#public-record';
import { ensureKey, keyFileReader, Sealer, TwoViews, Witnessing } from '#transparency-log';
import type { Submission, Witness } from '#transparency-log';
import type { ProjectorData, ProjectorMessage } from './protocol.ts';

type Tell = (message: ProjectorMessage) => void;

/** Keeps the read models up with the ledger until the signal is aborted. */
async function projectReadModels(
  store: EventStore,
  folder: string,
  tracing: Tracing | undefined,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const runner = await ProjectionRunner.open({
    folder,
    models: ledgerReadModels,
    source: tracedSource(eventStoreSource(store), tracing),
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

/** What a witness that did not cosign means: two views of the log are for an alarm, all else may mend itself. */
function warningOf(witness: Witness, { size }: Submission, error: unknown): ProjectorMessage {
  const reason = error instanceof Error ? error.message : String(error);
  const detail = { witness: witness.name, url: witness.url, size, reason };
  return error instanceof TwoViews
    ? { kind: 'warned', severity: 'error', message: 'ALARM: two views of the log', detail }
    : { kind: 'warned', severity: 'warn', message: 'a witness did not cosign; it is asked again', detail };
}

/** Signs what was published. @throws LogMismatch, KeysMissing, OriginChanged, UnusableKeyFile, MalformedPolicy */
async function seal(
  { logKeys, logOrigin, logTree, witnessing }: ProjectorData,
  publicStore: EventStore,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  await ensureKey(logKeys, publicStore, logOrigin);
  const sealer = new Sealer({
    store: publicStore,
    folder: logTree,
    signers: keyFileReader(logKeys),
    witnessing: new Witnessing({ ...witnessing, onTrouble: (...trouble) => tell(warningOf(...trouble)) }),
    onSealed: ({ size, publishedAt }) => tell({ kind: 'sealed', size, publishedAt }),
    onFailure: (error) =>
      tell({
        kind: 'warned',
        severity: 'warn',
        message: 'a cosignature was not stored; the next checkpoint has it',
        detail: { reason: String(error) },
      }),
  });
  await sealer.run(signal);
}

/** All to their ends: the first failure stops the others, and is thrown. */
async function allUntilStopped(
  tasks: readonly ((signal: AbortSignal) => Promise<void>)[],
  signal: AbortSignal,
) {
  const failed = new AbortController();
  const all = AbortSignal.any([signal, failed.signal]);
  const results = await Promise.allSettled(
    tasks.map((task) =>
      task(all).catch((error: unknown) => {
        failed.abort();
        throw error;
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * Projects, publishes and seals what is in the ledger until the signal is aborted.
 *
 * @throws what stopped one of them
 */
export async function project(data: ProjectorData, tell: Tell, signal: AbortSignal): Promise<void> {
  const store = await openLedgerStore({ ...data.engine, file: data.ledgerStore, readOnly: true });
  const publicStore = await openPublicStore({ ...data.engine, file: data.publicStore });
  // Opened for writing, it is there even where no request has come yet.
  const blobs = SqliteBlobStore.open({ file: data.blobs });
  const publicBlobs = SqliteBlobStore.open({ file: data.publicBlobs });
  const publisher = new Publisher({
    ledger: store,
    publicStore,
    blobs: { ledger: blobs, public: publicBlobs },
    onAdvance: ({ entries, position }) => tell({ kind: 'published', entries, position }),
  });
  const tracing = await tracingIf('ledger');
  try {
    await allUntilStopped(
      [
        (all) => projectReadModels(store, data.readModels, tracing, tell, all),
        (all) => publisher.run(all),
        (all) => seal(data, publicStore, tell, all),
      ],
      signal,
    );
  } finally {
    await publicBlobs.close();
    await blobs.close();
    await publicStore.close();
    await store.close();
    await tracing?.close();
  }
}
