import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { isEmbedded } from '#engines';
import { Problem, Told } from '#platform';
import type { Logger } from '#platform';
import { DirectoryReader } from '#privacy';
import type { Snapshot } from '#projections';
import type { PartyWitness, Published } from '#transparency-log';
import { EventStream } from '../events/event-stream.ts';
import { PublishedLog } from '../log/published-log.ts';
import type { ServedLog } from '../log/published-log.ts';
import { PublicRecord } from '../record/public-record.ts';
import { recordPlace } from '../record/record-place.ts';
import type { Readable } from '../serve-record.ts';

/** The public record as it stood, with the checkpoint that covers all of it. */
export type FrozenRecord = Readonly<{
  readable: Pick<Readable, 'record' | 'names' | 'log' | 'blobs'>;
  log: ServedLog;
  checkpoint: Published;
  close: () => Promise<void>;
}>;

/** Why there is nothing to publish, and what to do. */
export class NothingToPublish extends Told {}

/** Milliseconds. A checkpoint comes a second after what it covers, with a witness a little later. */
const patience = 15_000;
const lookAgainAfter = 50;

type Covered = Readonly<{ log: ServedLog; checkpoint: Published }>;

/** The log as soon as a checkpoint covers everything up to a position. @throws NothingToPublish where none comes */
async function covering(log: PublishedLog, position: number): Promise<Covered> {
  while (!log.isOpen) await setTimeout(lookAgainAfter);
  for (const until = Date.now() + patience; ;) {
    const { current } = log;
    const { published } = current;
    if (published && published.size >= position) return { log: current, checkpoint: published };
    if (Date.now() > until)
      throw new NothingToPublish(
        `no checkpoint covers the last of ${position} entries (the latest has ${published?.size ?? 0}): ` +
          'start the ledger, which signs them, and publish again.',
      );
    await setTimeout(lookAgainAfter);
  }
}

function frozen(
  snapshot: Snapshot,
  opened: Readonly<{ log: PublishedLog; names: DirectoryReader }>,
  { log }: Covered,
) {
  const version = opened.names.version();
  return {
    record: {
      position: () => snapshot.position,
      read: <T>(query: (reads: Snapshot['reads']) => T) => query(snapshot.reads),
      snapshot: () => ({ ...snapshot, close: () => undefined }),
    },
    names: { find: (id: string) => opened.names.find(id), version: () => version },
    log: {
      current: log,
      coverageOf: (index: number) => opened.log.coverageOf(index),
      countersigningOf: (index: number, witnesses: readonly PartyWitness[]) =>
        opened.log.countersigningOf(index, witnesses),
    },
  };
}

/** One run at a time: the lock is the operating system's, taken through SQLite. @throws NothingToPublish */
function lockForPublishing(data: string): () => void {
  const db = new Database(join(data, 'publish.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new NothingToPublish(`${data} is being published already: wait for that to end.`, { cause: error });
  }
}

/**
 * Reads the public record, beside a ledger and a feed that go on, into read models of its own.
 *
 * @throws NothingToPublish
 */
export async function freeze(
  data: string,
  logger: Logger,
  place = recordPlace({ data }),
): Promise<FrozenRecord> {
  const { engine, file, blobs } = place;
  if (isEmbedded(engine) && !existsSync(file))
    throw new NothingToPublish(`there is no public record in ${data}: give its folder with --data.`);
  const folder = join(data, 'publish');
  mkdirSync(data, { recursive: true });
  const unlock = lockForPublishing(data);
  const log = new PublishedLog(join(folder, 'log'), logger);
  const record = new PublicRecord({ engine, file, folder, events: new EventStream(), log, logger });
  const names = new DirectoryReader(place.names);
  let snapshot: Snapshot | undefined;
  const close = async () => {
    snapshot?.close();
    await record.close();
    names.close();
    unlock();
  };
  try {
    const { ended } = await record.open();
    snapshot = record.snapshot();
    if (snapshot.position === 0 && !isEmbedded(engine))
      throw new NothingToPublish(
        'there is no public record in this database under this prefix: start a ledger on it, and publish again.',
      );
    const stopped = ended.then(() => Promise.reject(new Error('the record was closed')));
    const covered = await Promise.race([covering(log, snapshot.position), stopped]);
    const readable = {
      ...frozen(snapshot, { log, names }, covered),
      blobs,
    };
    return { readable, ...covered, close };
  } catch (error) {
    await close();
    throw error instanceof Problem
      ? new NothingToPublish(error.details.detail ?? error.message, { cause: error })
      : error;
  }
}
