import { Injectable } from '@nestjs/common';
import { EventIdTaken, WrongExpectedRevision } from '#event-store';
import { IdempotencyKeyReused, partIdFor, RehearsableWriter } from '#recording';
import type { WriteContext } from '#recording';
import { Overtaken } from './entry-request.ts';
import type { EntryRequest, RecordedMeeting } from './entry-request.ts';
import { Journal } from './journal.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { isRefused, refusal } from './outcomes.ts';
import { Rehearsal } from './rehearsal.ts';

/**
 * Records whole meetings as one: that the entry was accepted, all of its lines, and that it is complete stand in the
 * record together, or nothing does, whatever happens meanwhile.
 */
@Injectable()
export class AtOnce {
  constructor(
    private readonly writer: RehearsableWriter,
    private readonly rehearsal: Rehearsal,
    private readonly journal: Journal,
  ) {}

  /** Whether the store can. */
  get isPossible(): boolean {
    return this.writer.canWriteTogether;
  }

  /**
   * @throws Problem `MEETING_NOT_RECORDED` where a line is refused
   * @throws StaleRevision where the meeting is not at the revision that the client expects
   * @throws IdempotencyKeyReused where the command id belongs to another command
   * @throws Overtaken
   */
  async record(request: EntryRequest): Promise<RecordedMeeting> {
    const { plan, context } = request;
    try {
      const { answer, position, repeated } = await this.writer.together(() => this.#write(request));
      // Another process was asked the same, or something else by the same name: the first outcome tells which.
      if (repeated) throw new Overtaken();
      return { correlationId: context.correlationId, position: String(position), lines: answer };
    } catch (error) {
      if (error instanceof WrongExpectedRevision) throw new Overtaken();
      if (!(error instanceof EventIdTaken)) throw error;
      if (await this.journal.standing(plan.meetingId, context.commandId)) throw new Overtaken();
      throw new IdempotencyKeyReused(context.commandId);
    }
  }

  async #write({ plan, context, onRevision }: EntryRequest): Promise<readonly LineOutcomeBody[]> {
    await this.journal.expectMeeting(plan.meetingId, onRevision);
    const { events, repeated } = await this.journal.accept(plan, context);
    const [accepted] = events;
    if (!accepted || repeated) throw new Overtaken();
    const { commandId, correlationId, recordedBy: actor } = context;
    const causationId = accepted.eventId;
    const lines = await this.rehearsal.tried({ commandId, correlationId, causationId, actor, plan });
    if (lines.some(isRefused)) throw refusal(lines);
    const complete = { type: 'CompleteMeetingEntry' as const, entryId: commandId };
    await this.journal.write(plan.meetingId, complete, endOf(context, causationId));
    return lines;
  }
}

const endOf = (context: WriteContext, causationId: string): WriteContext => {
  const { commandDigest: _digest, ...said } = context;
  return { ...said, commandId: partIdFor(context.commandId, 'end'), causationId };
};
