import { behind, checkpointPart, Health } from '#platform';
import type { Config, Part } from '#platform';
import type { PublishedLog } from '../log/published-log.ts';
import type { PublicRecord } from '../record/public-record.ts';

type Limits = Pick<Config, 'readyLag' | 'readyCheckpointWait'>;

const notOpen: Part = { trouble: 'The public record is not open yet.' };

/** What the feed's answers depend on: the public record, its own read models, and the log that agrees with it. */
export function feedHealth(limits: Limits, record: PublicRecord, log: PublishedLog): Health {
  const { readyLag: limit, readyCheckpointWait } = limits;
  return new Health({
    store: async () => (record.isReady ? { state: { head: String(await record.head()) } } : notOpen),
    readModels: async () => {
      if (!record.isReady) return notOpen;
      const [head, position] = [await record.head(), record.position()];
      return behind({ what: 'The read models', position, lag: Math.max(0, head - position), limit });
    },
    log: () => {
      const { trouble } = log;
      return trouble === undefined ? {} : { trouble };
    },
    checkpoint: () => checkpointPart(log.covering, readyCheckpointWait),
  });
}
