import { CannotCopy, copyEvents } from '#event-store';
import type { EventStore, RecordedEvent } from '#event-store';
import { copyRecord } from '#public-record';
import { recordRoot } from '#transparency-log';
import type { Vault } from '#privacy';
import { loadConfig } from '../../../../libs/platform/src/config/index.ts';
import { Failure } from '../failure.ts';
import { progress } from '../progress.ts';
import { openPlace } from './places.ts';
import type { Place } from './places.ts';

export type CopyCommandOptions = Readonly<{ from: string; to: string; prefix?: string }>;

const commandOf = ({ metadata }: RecordedEvent): unknown =>
  (JSON.parse(metadata) as { commandId?: unknown }).commandId;

const together = (before: RecordedEvent, event: RecordedEvent): boolean => {
  const command = commandOf(event);
  return command !== undefined && command === commandOf(before);
};

async function copyLedger(from: EventStore, to: EventStore): Promise<void> {
  const shown = progress('position');
  try {
    const onProgress = (position: number, until: number) => shown.at(position, until);
    const { events, appended, digest } = await copyEvents(from, to, { together, onProgress });
    shown.end();
    console.log(`Both stores hold the same ${events} events in the same order; ${appended} were copied now.`);
    console.log(`SHA-256 of all of them: ${digest}`);
  } finally {
    shown.end();
  }
}

/** @throws CannotCopy where the two differ in the end */
async function copyPublished(from: EventStore, to: EventStore, ledger: EventStore): Promise<void> {
  const shown = progress('position');
  try {
    await copyRecord(from, to, ledger, (position, until) => shown.at(position, until));
  } finally {
    shown.end();
  }
  const [source, target] = [await recordRoot(from), await recordRoot(to)];
  if (source.size !== target.size || source.root !== target.root)
    throw new CannotCopy(
      `the public record has ${source.size} entries with the root ${source.root} there, and ${target.size} with ${target.root} here`,
    );
  console.log(`Both public records have ${target.size} entries and the root ${target.root}`);
}

/** From one vault to the other; those that are in the other already stay. @throws OtherKey */
async function copyKeys(from: Vault, to: Vault): Promise<void> {
  try {
    const entries = await from.entries();
    for (const entry of entries) await to.adopt(entry);
    const destroyed = entries.filter(({ key }) => key === undefined).length;
    console.log(
      `Keys of persons in both vaults: ${entries.length - destroyed}; destroyed in both: ${destroyed}`,
    );
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

async function copyBetween(from: Place, to: Place): Promise<void> {
  await copyLedger(from.ledger, to.ledger);
  // Between folders, they are copied as all other files are. With MINUTEBOOK_VAULT, they stay where that says.
  if (from.keys && to.keys && from.keys.isDatabase !== to.keys.isDatabase && loadConfig().vault === 'store')
    await copyKeys(await from.keys.open(), await to.keys.open());
  if (from.published && to.published) await copyPublished(from.published, to.published, to.ledger);
  else console.log('The public record was not copied: name the data folder, and not a file of it.');
}

/** Of a database, and told by their names: their classes are loaded with its client only. */
const told = ['UnusableDatabase', 'NoStoreFile', 'UnusableStoreFile', 'StoreUnavailable', 'OtherKey'];

/**
 * `minutebook copy`: Ctrl-C or a kill leaves what is done; the next call goes on from there.
 *
 * @throws Failure
 */
export async function copyCommand({ from, to, prefix = '' }: CopyCommandOptions): Promise<void> {
  const opened: Place[] = [];
  try {
    const source = await openPlace({ place: from, access: 'read', prefix });
    opened.push(source);
    const target = await openPlace({ place: to, access: 'write', prefix });
    opened.push(target);
    await copyBetween(source, target);
  } catch (error) {
    if (error instanceof CannotCopy || (error instanceof Error && told.includes(error.name)))
      throw new Failure(error.message, { cause: error });
    throw error;
  } finally {
    await Promise.all(opened.map((place) => place.close()));
  }
}
