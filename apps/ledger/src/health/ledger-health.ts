import { isEmbedded } from '#engines';
import type { EventStore } from '#event-store';
import { behind, checkpointPart, Health } from '#platform';
import type { Part } from '#platform';
import type { Ports } from '../ports.ts';
import type { Processes } from '../processes/processes.ts';

/** Whoever is further behind the end of a database is told to be so many events behind. */
const mostCounted = 1_000;

type Needed = Pick<Ports, 'config' | 'progress' | 'publication'> &
  Readonly<{ store: Pick<EventStore, 'head' | 'readAll'> }>;

/** What the ledger's answers depend on, with the numbers of what follows the record. */
export function ledgerHealth(ports: Needed, processes: Pick<Processes, 'position'>): Health {
  const { config, store, progress, publication } = ports;
  const { readyLag: limit } = config;
  let end: number | undefined;

  /** In a database, positions are places in its own log: the events between two of them are counted. */
  async function lagOf(position: number, most = mostCounted): Promise<number> {
    const head = await store.head();
    if (position >= head) return 0;
    if (isEmbedded(config)) return head - position;
    return (await store.readAll({ after: position, limit: most })).length;
  }

  /** Ready once they have reached the end that the record had when it was asked first, and not far behind since. */
  async function readModels(): Promise<Part> {
    end ??= await store.head();
    const { position } = progress;
    const lag = await lagOf(position, Math.max(mostCounted, limit + 1));
    const part = behind({ what: 'The read models', position, lag, limit });
    return position >= end ? part : { ...part, trouble: `${lag} events are not in them yet.` };
  }

  const following = async (what: string, position: number): Promise<Part> =>
    behind({ what, position, lag: await lagOf(position), limit: 0 });

  return new Health({
    store: async () => ({ state: { head: String(await store.head()) } }),
    readModels,
    processes: () => following('The processes', processes.position),
    publication: () => following('The publisher', Math.max(0, publication().position)),
    checkpoint: () => checkpointPart(publication().covering, config.readyCheckpointWait),
  });
}
