import type { CommandBus } from '@nestjs/cqrs';
import type { NewEvent, StreamAppend } from '#event-store';
import { appendSpanIdOf, RequestTraces } from '#platform';
import type { Tracing } from '#platform';
import { Write } from '../platform/write.ts';

/** What of an event's metadata names its command. */
type Named = Readonly<{ $correlationId: string; commandId: string }>;

const namedBy = ({ metadata }: NewEvent): Named => JSON.parse(metadata) as Named;

const isWrite = (command: object): command is Write<object> => command instanceof Write;

export type Appending = Readonly<{ appends: readonly StreamAppend[]; startedAt: number; stored: boolean }>;

/**
 * The spans of a command: the request, the command in it, the append in that. What follows an event, in any thread
 * or process, finds the append by the event itself.
 */
export class CommandTraces {
  readonly requests: RequestTraces;
  readonly #tracing: Tracing;
  readonly #underWay = new Map<string, string>();

  constructor(tracing: Tracing) {
    this.#tracing = tracing;
    this.requests = new RequestTraces(tracing);
  }

  /** Of every command that goes over the bus. */
  follow(bus: CommandBus): void {
    const execute: (command: object) => Promise<unknown> = bus.execute.bind(bus);
    bus.execute = (command: object) =>
      isWrite(command) ? this.#command(command, () => execute(command)) : execute(command);
  }

  async #command({ context }: Write<object>, execute: () => Promise<unknown>): Promise<unknown> {
    const { correlationId, commandId, mode } = context;
    const [spanId, startedAt] = [this.#tracing.newSpanId(), Date.now()];
    this.#underWay.set(commandId, spanId);
    let failed = true;
    try {
      const receipt = await execute();
      failed = false;
      return receipt;
    } finally {
      this.#underWay.delete(commandId);
      this.#tracing.ended({
        name: 'decide and record',
        correlationId,
        spanId,
        parentId: this.requests.spanIdOf(correlationId),
        startedAt,
        attributes: { 'minutebook.recording_mode': mode },
        failed,
      });
    }
  }

  /** An append that is over, whoever wanted it. */
  appended({ appends, startedAt, stored }: Appending): void {
    for (const { events } of appends) {
      const [first] = events;
      if (!first) continue;
      const { $correlationId: correlationId, commandId } = namedBy(first);
      this.#tracing.ended({
        name: 'append',
        correlationId,
        spanId: stored ? appendSpanIdOf(commandId) : undefined,
        parentId: this.#underWay.get(commandId),
        startedAt,
        attributes: { 'minutebook.event_type': first.type, 'minutebook.events': events.length },
        failed: !stored,
      });
    }
  }
}
