import { atInstant, streamName } from '#governance';
import type { DomainEvent, Envelope, Recorded, When } from '#governance';
import type { EventSource, Sourced } from '../runtime/index.ts';

export type Circumstances = Partial<Omit<Envelope, 'occurredAt'>> &
  Readonly<{
    /** When it happened; by default when it is recorded. */
    at?: When | string;
    /** The store's clock; by default one second after the event before. */
    recordedAt?: string;
  }>;

const whenOf = (at: When | string): When => (typeof at === 'string' ? atInstant(at) : at);

const firstInstant = Date.parse('2026-01-01T00:00:00.000Z');

/** A record that a test writes event by event, and a source of its events, live as a store's. */
export class TestRecord {
  readonly events: Recorded[] = [];
  readonly #lengths = new Map<string, number>();
  #wakeUp = Promise.withResolvers<void>();

  /** Adds an event to the stream of its category and id. */
  add<E extends DomainEvent>(
    category: string,
    id: string,
    event: E,
    circumstances: Circumstances = {},
  ): Recorded<E> {
    const position = this.events.length + 1;
    const { at, recordedAt = this.#nextInstant(), ...envelope } = circumstances;
    const stream = streamName(category, id);
    const recorded: Recorded<E> = {
      eventId: `00000000-0000-8000-8000-${String(position).padStart(12, '0')}`,
      stream,
      category,
      streamId: id,
      revision: this.#nextRevision(stream),
      position,
      recordedAt,
      event,
      envelope: {
        schemaVersion: 1,
        occurredAt: whenOf(at ?? recordedAt),
        recordedBy: { actorId: 'secretary-1', role: 'secretary' },
        recordingMode: 'live',
        commandId: `command-${position}`,
        $correlationId: `command-${position}`,
        visibility: 'public',
        ...envelope,
      },
    };
    this.events.push(recorded);
    this.#wakeUp.resolve();
    this.#wakeUp = Promise.withResolvers();
    return recorded;
  }

  /** One subcommittee's charge, of which nothing depends on anything: for tests of the runtime. */
  addAny(count = 1): void {
    for (let i = 0; i < count; i++)
      this.add('body', 'any', { type: 'SubcommitteeCharged', charge: `charge ${i}` });
  }

  get head(): number {
    return this.events.length;
  }

  readonly source: EventSource = {
    head: () => Promise.resolve(this.head),
    batches: (after, { signal, batchSize = 1_000 }) => this.#batches(after, signal, batchSize),
  };

  async *#batches(after: number, signal: AbortSignal, batchSize: number): AsyncGenerator<readonly Sourced[]> {
    const aborted = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    for (let position = after; !signal.aborted;) {
      const batch = this.events.slice(position, position + batchSize);
      if (batch.length > 0) yield batch.map((recorded) => ({ position: recorded.position, recorded }));
      else await Promise.race([this.#wakeUp.promise, aborted]);
      position += batch.length;
    }
  }

  #nextRevision(stream: string): number {
    const revision = this.#lengths.get(stream) ?? 0;
    this.#lengths.set(stream, revision + 1);
    return revision;
  }

  #nextInstant(): string {
    const last = this.events.at(-1)?.recordedAt;
    return new Date((last === undefined ? firstInstant : Date.parse(last)) + 1_000).toISOString();
  }
}
