import { isEmbedded } from '#engines';
import { behind, checkpointPart, Health } from '#platform';
import type { Part } from '#platform';
import type { Ports } from '../ports.ts';
import type { Processes } from '../processes/processes.ts';

type Needed = Pick<Ports, 'config' | 'store' | 'progress' | 'publication'>;

/** What the ledger's answers depend on, with the numbers of what follows the record. */
export function ledgerHealth(ports: Needed, processes: Pick<Processes, 'position'>): Health {
  const { config, store, progress, publication } = ports;
  // In a database, positions are places in its own log: how many events lie between two of them nobody knows.
  const limit = isEmbedded(config) ? config.readyLag : 0;
  let end: number | undefined;

  /** Ready once they have reached the end that the record had when it was asked first, and not far behind since. */
  async function readModels(): Promise<Part> {
    const head = await store.head();
    end ??= head;
    const { position } = progress;
    const part = behind({ what: 'The read models', position, head, limit });
    return position >= end ? part : { ...part, trouble: `${end - position} events are not in them yet.` };
  }

  const following = async (what: string, position: number): Promise<Part> =>
    behind({ what, position, head: await store.head(), limit: 0 });

  return new Health({
    store: async () => ({ state: { head: String(await store.head()) } }),
    readModels,
    processes: () => following('The processes', processes.position),
    publication: () => following('The publisher', Math.max(0, publication().position)),
    checkpoint: () => checkpointPart(publication().covering, config.readyCheckpointWait),
  });
}
