import { existsSync } from 'node:fs';
import { eventStoreSource, ledgerReadModels, rebuild, RebuildUnderWay } from '#projections';
import { loadConfig } from '../../../../libs/platform/src/config/index.ts';
import { dataFolder } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { withLedgerStore } from '../ledger-store.ts';
import { progress } from '../progress.ts';

export type RebuildOptions = Readonly<{ data?: string }>;

/**
 * `minutebook rebuild`: Ctrl-C or a kill leaves what is done; the next call goes on from there.
 *
 * @throws Failure
 */
export async function rebuildCommand({ data }: RebuildOptions): Promise<void> {
  const { dir, ledgerStore, readModels } = dataFolder(data ?? loadConfig().data);
  if (!existsSync(ledgerStore))
    throw new Failure(`there is no ledger in ${dir}: give its folder with --data`);
  const shown = progress('events');
  try {
    const position = await withLedgerStore(ledgerStore, 'read', (store) =>
      rebuild({
        folder: readModels,
        models: ledgerReadModels,
        source: eventStoreSource(store),
        onProgress: ({ position, head }) => shown.at(position, head),
      }),
    );
    shown.end();
    console.log(`The read models hold everything up to position ${position}.`);
  } catch (error) {
    if (error instanceof RebuildUnderWay) throw new Failure(error.message, { cause: error });
    throw error;
  } finally {
    shown.end();
  }
}
