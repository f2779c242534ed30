import { existsSync } from 'node:fs';
import type { EventStore } from '#event-store';
import {
  activeKeys,
  addKey,
  defaultOrigin,
  openCheckpoints,
  openLogRecords,
  readKeyFile,
  removeKey,
  UnusableKeyFile,
} from '#transparency-log';
import type { LogKey, LogRecord } from '#transparency-log';
import { makeDataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { chosenLedger, hasPublicRecord, withPublicStore } from '../ledger-store.ts';
import type { Chosen, DataOption } from '../ledger-store.ts';

export type GenerateOptions = DataOption & Readonly<{ origin?: string }>;

/** What is wrong with the key file is for the operator to mend. @throws Failure */
async function told<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnusableKeyFile) throw new Failure(error.message, { cause: error });
    throw error;
  }
}

/** `use` gets nothing where there is no public record yet. */
const withRecord = <T>(chosen: Chosen, use: (store?: EventStore) => Promise<T>): Promise<T> =>
  hasPublicRecord(chosen) ? withPublicStore(chosen, use) : use();

/** Appends what is decided on the log's keys, again where another process was faster. */
async function recordKey(
  store: EventStore,
  decide: (keys: readonly LogKey[], size: number) => LogRecord | undefined,
): Promise<void> {
  const log = await openLogRecords(store);
  for (;;) {
    const size = (await openCheckpoints(store)).state.published?.size ?? 0;
    const record = decide(activeKeys(log.state), size);
    if (!record || (await log.append(record))) return;
  }
}

/** `minutebook keys generate-log-key`, before the first start. @throws Failure */
export async function generateLogKey({ origin, data }: GenerateOptions): Promise<void> {
  const chosen = chosenLedger({ ...(data !== undefined && { data }) });
  const { config, folder } = chosen;
  const { logKeys } = makeDataFolder(folder.dir, config.sharedData);
  if (existsSync(logKeys))
    throw new Failure(`${logKeys} has a key already: \`minutebook keys rotate-log-key\` adds another`);
  const began = await withRecord(chosen, async (store) => {
    return store !== undefined && (await openLogRecords(store)).state.keys.length > 0;
  });
  if (began)
    throw new Failure(
      `the log has begun, and its key is gone: restore ${logKeys} from where you keep secrets`,
    );
  const name = origin ?? config.logOrigin ?? defaultOrigin;
  const { verifier } = await told(() => addKey(logKeys, name));
  console.error(
    `The secret key is in ${logKeys}. Keep a copy where you keep secrets. Whom it tells who signs:`,
  );
  console.log(verifier.vkey);
}

/** `minutebook keys rotate-log-key`: from now on, both sign. @throws Failure */
export async function rotateLogKey(options: DataOption): Promise<void> {
  const chosen = chosenLedger(options);
  const { logKeys } = chosen.folder;
  const origin = await told(() => readKeyFile(logKeys)[0]?.verifier.name ?? '');
  const { vkey } = addKey(logKeys, origin).verifier;
  await withRecord(chosen, async (store) => {
    if (!store) return;
    await recordKey(store, (keys, size) =>
      keys.some((key) => key.vkey === vkey) ? undefined : { type: 'LogKeyAdded', vkey, size },
    );
  });
  console.error('From now on every checkpoint has the signatures of the old key and of this one.');
  console.error(
    'Let readers and witnesses know it; then end the old one with `minutebook keys retire-log-key`.',
  );
  console.log(vkey);
}

const idOf = (vkey: string): string => vkey.split('+')[1] ?? '';

/** The key to be ended. @throws Failure where it is none, or the last */
function retiring(keys: readonly LogKey[], id: string): string {
  const key = keys.find(({ vkey }) => idOf(vkey) === id);
  const ids = keys.map(({ vkey }) => idOf(vkey)).join(', ');
  if (!key) throw new Failure(`no key ${id} signs the log; those that do: ${ids}`);
  if (keys.length === 1)
    throw new Failure(
      `${id} is the only key of the log: add another with \`minutebook keys rotate-log-key\` first`,
    );
  return key.vkey;
}

/** `minutebook keys retire-log-key ID`. @throws Failure */
export async function retireLogKey(id: string, options: DataOption): Promise<void> {
  const chosen = chosenLedger(options);
  const { dir, logKeys } = chosen.folder;
  await withRecord(chosen, async (store) => {
    if (!store) throw new Failure(`there is no public record in ${dir}: give its folder with --data`);
    let vkey = '';
    await recordKey(store, (keys, size) => {
      vkey = retiring(keys, id);
      return { type: 'LogKeyRetired', vkey, size };
    });
    // Recorded first: a key in the file that the record has ended signs nothing.
    await told(() => removeKey(logKeys, vkey));
  });
  console.log(`Key ${id} signs no more. Its signatures of before stay good.`);
}

/** `minutebook keys list-log-keys`. @throws Failure */
export async function listLogKeys(options: DataOption): Promise<void> {
  const keys = await withRecord(chosenLedger(options), async (store) =>
    store ? (await openLogRecords(store)).state.keys : [],
  );
  for (const { vkey, since, until } of keys)
    console.log([idOf(vkey), since.at, until?.at ?? 'signs', vkey].join('\t'));
}
