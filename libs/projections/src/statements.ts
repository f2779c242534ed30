import { endOfTime, eventData } from '#governance';
import type { DomainEvent } from '#governance';
import type { Entry } from './entries.ts';
import type { Provenance } from './provenance.ts';

/** What an event stated, with how it entered the record. */
export type Stated<E extends DomainEvent> = Omit<E, 'type'> & Readonly<{ provenance: Provenance }>;

export const stated = <E extends DomainEvent>({ event, provenance }: Entry<E>): Stated<E> =>
  ({ ...eventData(event), provenance }) as Stated<E>;

/** What the events of a type stated, in the order of the stream. */
export const statedBy = <E extends DomainEvent, T extends E['type']>(
  entries: readonly Entry<E>[],
  type: T,
): readonly Stated<Extract<E, { type: T }>>[] =>
  entries.filter(({ event }) => event.type === type).map((entry) => stated(entry as never));

/** Entries that were recorded by an instant (ISO 8601 UTC with milliseconds); by default all. */
export const knownBy = <T extends Readonly<{ provenance: Pick<Provenance, 'recordedAt'> }>>(
  entries: readonly T[],
  knownAt: string = endOfTime,
): readonly T[] => entries.filter(({ provenance }) => provenance.recordedAt <= knownAt);
