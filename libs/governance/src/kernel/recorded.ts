import type { DomainEvent } from '../domain-event.ts';
import type { Envelope } from './envelope.ts';

/** An event as a store keeps it: `data` and `metadata` are JSON texts. */
export type StoredEvent = Readonly<{
  id: string;
  type: string;
  data: string;
  metadata: string;
  stream: string;
  revision: number;
  position: number;
  recordedAt: string;
}>;

/** An event of the record with everything that is known of it. */
export type Recorded<E extends DomainEvent = DomainEvent> = Readonly<{
  eventId: string;
  stream: string;
  /** The stream's name before its first hyphen: `body`, `meeting`, `motion`, … */
  category: string;
  /** The stream's name after it. */
  streamId: string;
  revision: number;
  position: number;
  recordedAt: string;
  event: E;
  envelope: Envelope;
}>;

export const streamName = (category: string, streamId: string): string => `${category}-${streamId}`;

/** The event without its type: what is stored as `data`. */
export function eventData({ type: _type, ...data }: DomainEvent): Readonly<Record<string, unknown>> {
  return data;
}

/** Reads an event from a store. */
export function decode(stored: StoredEvent): Recorded {
  const hyphen = stored.stream.indexOf('-');
  const data = JSON.parse(stored.data) as object;
  return {
    eventId: stored.id,
    stream: stored.stream,
    category: stored.stream.slice(0, hyphen),
    streamId: stored.stream.slice(hyphen + 1),
    revision: stored.revision,
    position: stored.position,
    recordedAt: stored.recordedAt,
    event: { type: stored.type, ...data } as DomainEvent,
    envelope: JSON.parse(stored.metadata) as Envelope,
  };
}
