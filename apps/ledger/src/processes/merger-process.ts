import { Inject, Injectable } from '@nestjs/common';
import { consequence, school, streamName } from '#governance';
import type { Recorded } from '#governance';
import type { ProcessManager } from '#processes';
import { eventsFrom, partIdFor, StreamWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

type Merger = Recorded<school.SchoolMerged>;

const actor = { actorId: 'mergers', role: 'process' };

const streamOf = (schoolId: string): string => streamName(school.decider.category, schoolId);

/**
 * Finds schools that were merged in a circle: two ledgers over one store may each record one half of it, and neither
 * reads the other's. The finding is of the merger that closed the circle; it stays until somebody mends the registry.
 */
@Injectable()
export class MergerProcess implements ProcessManager {
  readonly name = 'mergers';
  readonly reactsTo = ['SchoolMerged'] as const;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: StreamWriter,
  ) {}

  async react(recorded: Recorded): Promise<void> {
    const merger = recorded as Merger;
    const circle = await this.#circleOf(merger);
    if (circle) await this.#find(merger, circle);
  }

  /** The schools that lead back to the merged one by mergers recorded before; undefined where they lead elsewhere. */
  async #circleOf({ streamId, event, position }: Merger): Promise<readonly string[] | undefined> {
    const schoolIds = [streamId];
    for (let next: string | undefined = event.intoSchoolId; next !== undefined;) {
      if (next === streamId) return schoolIds;
      if (schoolIds.includes(next)) return undefined;
      schoolIds.push(next);
      next = await this.#mergedBefore(next, position);
    }
    return undefined;
  }

  async #mergedBefore(schoolId: string, position: number): Promise<string | undefined> {
    for await (const recorded of eventsFrom(this.ports.store, streamOf(schoolId), 0))
      if (recorded.event.type === 'SchoolMerged' && recorded.position < position)
        return recorded.event.intoSchoolId;
    return undefined;
  }

  async #find(
    { stream, streamId: schoolId, eventId, event, envelope }: Merger,
    schoolIds: readonly string[],
  ): Promise<void> {
    const { bodyId } = (await this.writer.load(school.decider, schoolId)).state;
    const command = {
      type: 'RefuseConsequence' as const,
      process: this.name,
      bodyId,
      causedBy: { stream, eventId, type: event.type },
      stream: streamOf(event.intoSchoolId),
      command: 'MergeSchool',
      code: 'MERGER_CIRCLE',
      inputs: { schoolIds },
    };
    const context = {
      recordedBy: actor,
      mode: 'live' as const,
      visibility: envelope.visibility,
      commandId: partIdFor(eventId, 'merger circle'),
      correlationId: envelope.$correlationId,
      causationId: eventId,
    };
    await this.writer.write(consequence.decider, { streamId: eventId, command, context }, () =>
      Promise.resolve({ at: envelope.occurredAt }),
    );
  }
}
