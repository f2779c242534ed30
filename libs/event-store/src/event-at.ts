import { ForeignPosition } from './errors.ts';
import type { EventStore, Position, RecordedEvent } from './event-store.ts';

type Readable = Pick<EventStore, 'readAll'>;

/** The event at a position, if there is one. */
export async function eventAt(store: Readable, position: Position): Promise<RecordedEvent | undefined> {
  try {
    const [event] = await store.readAll({ after: position - 1, limit: 1 });
    return event?.position === position ? event : undefined;
  } catch (error) {
    if (error instanceof ForeignPosition) return undefined;
    throw error;
  }
}
