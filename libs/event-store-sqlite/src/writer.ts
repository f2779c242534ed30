import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { batchAppender } from './append-batch.ts';
import { UnusableStoreFile } from './errors.ts';
import type { Batch, FromWriter, ToWriter, WriterOptions } from './protocol.ts';
import { openForWriting } from './schema.ts';

/** The writer thread: owns the only connection of its store that writes. */

const { file, channel, busyTimeout } = workerData as WriterOptions;
const answer = (message: FromWriter) => parentPort?.postMessage(message);

/** The writer's port is closed by the caller's end or by `close`; then the thread ends by itself. */
function serve(db: Database): void {
  const append = batchAppender(db);
  const commits = new BroadcastChannel(channel);

  const store = (batch: Batch): FromWriter => {
    try {
      return { kind: 'stored', answers: append(batch) };
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  };

  parentPort?.on('message', (message: ToWriter) => {
    if (message === 'close') {
      db.close();
      commits.close();
      parentPort?.close();
    } else {
      answer(store(message));
      commits.postMessage(null);
    }
  });
  answer({ kind: 'ready' });
}

try {
  serve(openForWriting(file, busyTimeout));
} catch (error) {
  if (!(error instanceof UnusableStoreFile)) throw error;
  answer({ kind: 'unusable', problem: error.problem });
}
