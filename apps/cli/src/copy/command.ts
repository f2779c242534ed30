import { existsSync } from 'node:fs';
import { CannotCopy, copyEvents } from '#event-store';
import type { EventStore, RecordedEvent } from '#event-store';
import { KurrentEventStore, UnusableDatabase } from '#event-store-kurrentdb';
import { SqliteEventStore } from '#event-store-sqlite';
import { Failure } from '../failure.ts';
import { progress } from '../progress.ts';

export type CopyCommandOptions = Readonly<{ from: string; to: string }>;

const commandOf = ({ metadata }: RecordedEvent): unknown =>
  (JSON.parse(metadata) as { commandId?: unknown }).commandId;

const together = (before: RecordedEvent, event: RecordedEvent): boolean => {
  const command = commandOf(event);
  return command !== undefined && command === commandOf(before);
};

/** `sqlite:<file>`, or the connection string of a database. @throws Failure */
async function openStore(place: string, access: 'read' | 'write'): Promise<EventStore> {
  const readOnly = access === 'read';
  if (/^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//.test(place))
    return KurrentEventStore.open({ connectionString: place, readOnly });
  const [, file] = /^sqlite:(.+)$/.exec(place) ?? [];
  if (file === undefined)
    throw new Failure(`${place} is no store: write sqlite:FILE, or kurrentdb://HOST:PORT?tls=false`);
  if (readOnly && !existsSync(file)) throw new Failure(`there is no file ${file}`);
  return SqliteEventStore.open({ file, readOnly });
}

async function copyBetween(from: EventStore, to: EventStore): Promise<void> {
  const shown = progress('position');
  try {
    const { events, appended, digest } = await copyEvents(from, to, {
      together,
      onProgress: (position, until) => shown.at(position, until),
    });
    shown.end();
    console.log(`Both stores hold the same ${events} events in the same order; ${appended} were copied now.`);
    console.log(`SHA-256 of all of them: ${digest}`);
  } finally {
    shown.end();
  }
}

/**
 * `minutebook copy`: Ctrl-C or a kill leaves what is done; the next call goes on from there.
 *
 * @throws Failure
 */
export async function copyCommand({ from, to }: CopyCommandOptions): Promise<void> {
  const opened: EventStore[] = [];
  try {
    opened.push(await openStore(from, 'read'));
    opened.push(await openStore(to, 'write'));
    const [source, target] = opened;
    if (source && target) await copyBetween(source, target);
  } catch (error) {
    if (error instanceof CannotCopy || error instanceof UnusableDatabase)
      throw new Failure(error.message, { cause: error });
    throw error;
  } finally {
    await Promise.all(opened.map((store) => store.close()));
  }
}
