import { eventStoreSource, ledgerReadModels, rebuild, RebuildUnderWay } from '#projections';
import { Failure } from '../failure.ts';
import { keepHeapSmall } from '../heap.ts';
import { chosenLedger, hasLedger, withLedgerStore } from '../ledger-store.ts';
import type { DataOption } from '../ledger-store.ts';
import { progress } from '../progress.ts';

/**
 * `minutebook rebuild`: Ctrl-C or a kill leaves what is done; the next call goes on from there.
 *
 * @throws Failure
 */
export async function rebuildCommand(options: DataOption): Promise<void> {
  const chosen = chosenLedger(options);
  const { dir, readModels } = chosen.folder;
  if (!(await hasLedger(chosen)))
    throw new Failure(`there is no ledger in ${dir}: give its folder with --data`);
  keepHeapSmall();
  const shown = progress('events');
  try {
    const position = await withLedgerStore(chosen, 'read', (store) =>
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
