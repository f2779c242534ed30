import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent, Position, RecordedEvent } from '../event-store.ts';

/** A stream that nobody has used: stores may hold events of earlier tests. */
export const newStream = (): string => `contract-${randomUUID()}`;

/** An event of no meaning; its content can be told from others'. */
export const newEvent = (given: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'ThingNoted',
  data: JSON.stringify({ thing: randomUUID() }),
  metadata: '{"by":"contract"}',
  ...given,
});

export const newEvents = (count: number): readonly NewEvent[] =>
  Array.from({ length: count }, () => newEvent());

/** What was given to the store, out of what came back. */
export const asGiven = ({ id, type, data, metadata }: RecordedEvent): NewEvent => ({
  id,
  type,
  data,
  metadata,
});

export const idsOf = (events: readonly Readonly<{ id: string }>[]): readonly string[] =>
  events.map(({ id }) => id);

/** Everything after a position, page by page. */
export async function readEverything(
  store: EventStore,
  after: Position,
  limit = 1000,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let position = after; ;) {
    const page = await store.readAll({ after: position, limit });
    events.push(...page);
    if (page.length < limit) return events;
    position = page.at(-1)?.position ?? position;
  }
}

/** A subscriber that keeps what it gets. */
export type Collector = Readonly<{
  received: readonly RecordedEvent[];
  batchSizes: readonly number[];
  /** Resolves when an event at or after this position has come. */
  reached: (position: Position) => Promise<void>;
  /** Settles when the subscription has ended. */
  ended: Promise<void>;
  stop: () => Promise<void>;
}>;

export function collect(
  store: EventStore,
  options: { after?: Position; batchSize?: number; linger?: number } = {},
): Collector {
  const received: RecordedEvent[] = [];
  const batchSizes: number[] = [];
  const abort = new AbortController();
  let wake = () => undefined as void;

  async function run(): Promise<void> {
    for await (const batch of store.subscribe({ ...options, signal: abort.signal })) {
      received.push(...batch);
      batchSizes.push(batch.length);
      wake();
    }
  }
  const ended = run();
  const tooEarly = ended.then(() => Promise.reject(new Error('the subscription has ended')));
  tooEarly.catch(() => undefined);
  const reached = async (position: Position): Promise<void> => {
    while ((received.at(-1)?.position ?? -1) < position)
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), tooEarly]);
  };
  const stop = () => {
    abort.abort();
    return ended;
  };
  return { received, batchSizes, reached, ended, stop };
}
