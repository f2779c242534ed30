import { Inject, Injectable } from '@nestjs/common';
import type { meetingEntry } from '#governance';
import { Problem } from '#platform';
import { NotCaughtUp } from '#projections';
import { partIdFor, StaleRevision } from '#recording';
import type { Receipt } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { Processes } from '../processes/processes.ts';
import { AtOnce } from './at-once.ts';
import { EntryProcess } from './entry-process.ts';
import { Overtaken } from './entry-request.ts';
import type { EntryRequest, RecordedMeeting } from './entry-request.ts';
import { bytesOf, Journal } from './journal.ts';
import { LineRecorder } from './line-recorder.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { acceptedLine, isRefused, refusal } from './outcomes.ts';
import type { Plan } from './plan.ts';
import { Rehearsal } from './rehearsal.ts';

const soon = { 'retry-after': '1' };

/**
 * Records whole meetings: at once, where the store can. Where it cannot, the plan first, durably, and then its lines
 * one by one, which a crash interrupts and the next start goes on with.
 */
@Injectable()
export class MeetingEntries {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly processes: Processes,
    private readonly process: EntryProcess,
    private readonly recorder: LineRecorder,
    private readonly rehearsal: Rehearsal,
    private readonly journal: Journal,
    private readonly atOnce: AtOnce,
  ) {}

  /**
   * Repeated with the same command id, it answers the first outcome; an entry that stopped goes on where it did.
   *
   * @throws Problem `MEETING_NOT_RECORDED` where a line is refused: nothing is recorded
   * @throws Problem `MEETING_ENTRY_IN_PROGRESS` while another entry of the meeting is recorded line by line
   * @throws Problem `MEETING_ENTRY_STOPPED` where a line was refused after all
   * @throws Problem `MEETING_ENTRY_UNDER_WAY` where it takes longer than a request may
   * @throws Overtaken
   */
  async record(request: EntryRequest): Promise<RecordedMeeting> {
    const { plan, context } = request;
    if (await this.journal.standing(plan.meetingId, context.commandId)) return this.#again(request);
    const revision = await this.journal.free(plan.meetingId);
    return this.atOnce.isPossible ? this.atOnce.record(request) : this.#oneByOne(request, revision);
  }

  async #oneByOne({ plan, context, onRevision }: EntryRequest, revision: number): Promise<RecordedMeeting> {
    const { commandId, correlationId, recordedBy: actor } = context;
    await this.journal.expectMeeting(plan.meetingId, onRevision);
    const lines = await this.rehearsal.outcomes({ commandId, correlationId, actor, plan });
    if (lines.some(isRefused)) throw refusal(lines);
    await this.ports.blobs.put(bytesOf(plan), 'application/json');
    await this.#carriedOut(await this.#accepted({ plan, context, onRevision }, revision));
    return this.#outcome({ plan, context, onRevision });
  }

  /** Where another entry was accepted since that revision, the lines were rehearsed without it. */
  async #accepted({ plan, context }: EntryRequest, expectedRevision: number): Promise<Receipt> {
    try {
      return await this.journal.accept(plan, { ...context, expectedRevision });
    } catch (error) {
      if (error instanceof StaleRevision) throw new Overtaken();
      throw error;
    }
  }

  async #again(request: EntryRequest): Promise<RecordedMeeting> {
    // Under the same name, but something else? That is told here.
    await this.#carriedOut(await this.journal.accept(request.plan, request.context));
    await this.#resume(request);
    return this.#outcome(request);
  }

  /** It was asked for again, so what stood against it is mended, as far as its author knows. */
  async #resume({ plan: { meetingId }, context: { commandId, ...context } }: EntryRequest): Promise<void> {
    const standing = await this.journal.standing(meetingId, commandId);
    if (standing?.status !== 'stopped') return;
    const { commandDigest: _digest, ...said } = context;
    const resumption = {
      ...said,
      mode: 'live' as const,
      commandId: partIdFor(commandId, `resume ${standing.resumptions}`),
    };
    const command = { type: 'ResumeMeetingEntry' as const, entryId: commandId };
    await this.#carriedOut(await this.journal.write(meetingId, command, resumption));
  }

  async #carriedOut({ position }: Receipt): Promise<void> {
    try {
      await this.processes.whenReached(position, { timeoutMs: this.ports.config.minPositionTimeout });
    } catch (error) {
      if (!(error instanceof NotCaughtUp)) throw error;
      throw new Problem('MEETING_ENTRY_UNDER_WAY', { headers: soon });
    }
  }

  /** Asked again, every line answers with its first outcome. */
  async #outcome({ plan, context: { commandId } }: EntryRequest): Promise<RecordedMeeting> {
    const { meetingId } = plan;
    const standing = await this.journal.standing(meetingId, commandId);
    if (standing?.status === 'stopped') throw stopped(standing, plan);
    const entry = this.process.entryWith(plan, await this.process.accepted(meetingId, commandId));
    const lines: LineOutcomeBody[] = [];
    for (const [index, line] of plan.lines.entries())
      lines.push(acceptedLine(line, index, await this.recorder.record(entry, index)));
    const position = await this.process.completedAt(meetingId, commandId);
    // Answered before it is complete? Then it was interrupted again.
    if (position === undefined) throw new Problem('MEETING_ENTRY_UNDER_WAY', { headers: soon });
    return { correlationId: entry.correlationId, position: String(position), lines };
  }
}

/** What is recorded, what is not, and what stands against it. */
function stopped({ stopped: at }: meetingEntry.EntryStanding, { lines }: Plan): Problem {
  const { line = 0, code, inputs } = at ?? {};
  const { operation, target } = lines[line] ?? {};
  return new Problem('MEETING_ENTRY_STOPPED', {
    inputs: { line, operation, target, code, inputs, recorded: line, remaining: lines.length - line },
  });
}
