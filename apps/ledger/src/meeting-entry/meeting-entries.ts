import { Inject, Injectable } from '@nestjs/common';
import { atInstant, meetingEntry } from '#governance';
import type { Recorded } from '#governance';
import { Problem } from '#platform';
import { NotCaughtUp } from '#projections';
import { eventsFrom, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { Processes } from '../processes/processes.ts';
import { EntryProcess } from './entry-process.ts';
import { LineRecorder } from './line-recorder.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { acceptedLine } from './outcomes.ts';
import type { Plan } from './plan.ts';
import type { ReceiptBody } from '../platform/index.ts';

export type RecordedMeeting = Readonly<{
  correlationId: string;
  /** Of the last line. */
  position: string;
  lines: readonly LineOutcomeBody[];
}>;

/** Records whole meetings: the plan first, durably, and then its lines, whatever happens meanwhile. */
@Injectable()
export class MeetingEntries {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: StreamWriter,
    private readonly processes: Processes,
    private readonly process: EntryProcess,
    private readonly recorder: LineRecorder,
  ) {}

  /** Whether this command was accepted before: its lines were rehearsed then. */
  async has(commandId: string): Promise<boolean> {
    return (await this.writer.load(meetingEntry.decider, commandId)).revision >= 0;
  }

  /**
   * The lines must have been rehearsed. Repeated with the same command id, it waits for the same entry.
   *
   * @throws Problem `MEETING_ENTRY_STOPPED` where a line was refused after all
   * @throws Problem `MEETING_ENTRY_UNDER_WAY` where it takes longer than a request may
   */
  async record(plan: Plan, context: WriteContext): Promise<RecordedMeeting> {
    const { commandId } = context;
    const position = await this.#accept(plan, context);
    await this.#carriedOut(position);
    const { state } = await this.writer.load(meetingEntry.decider, commandId);
    if (state.status === 'stopped') throw stopped(state.stopped, plan);
    return this.#recorded(commandId);
  }

  async #accept(plan: Plan, context: WriteContext): Promise<number> {
    const { meetingId, bodyId, lines } = plan;
    const bytes = Buffer.from(JSON.stringify(plan));
    const planSha256 = await this.ports.blobs.put(bytes, 'application/json');
    const command = {
      type: 'AcceptMeetingEntry' as const,
      meetingId,
      bodyId,
      lines: lines.length,
      planSha256,
    };
    const at = atInstant(new Date().toISOString());
    const intention = { streamId: context.commandId, command, context };
    return (await this.writer.write(meetingEntry.decider, intention, () => Promise.resolve({ at }))).position;
  }

  async #carriedOut(position: number): Promise<void> {
    try {
      await this.processes.whenReached(position, { timeoutMs: this.ports.config.minPositionTimeout });
    } catch (error) {
      if (!(error instanceof NotCaughtUp)) throw error;
      throw new Problem('MEETING_ENTRY_UNDER_WAY', { headers: { 'retry-after': '1' } });
    }
  }

  /** Asked again, every line answers with its first outcome. */
  async #recorded(entryId: string): Promise<RecordedMeeting> {
    const entry = await this.process.entryOf(await this.#accepted(entryId));
    const lines: LineOutcomeBody[] = [];
    let last: ReceiptBody | undefined;
    for (const [index, line] of entry.plan.lines.entries()) {
      last = await this.recorder.record(entry, index);
      lines.push(acceptedLine(line, index, last));
    }
    return { correlationId: entry.correlationId, position: last?.position ?? '0', lines };
  }

  async #accepted(entryId: string): Promise<Recorded<meetingEntry.MeetingEntryAccepted>> {
    for await (const recorded of eventsFrom(this.ports.store, `meeting_entry-${entryId}`, 0))
      return recorded as Recorded<meetingEntry.MeetingEntryAccepted>;
    throw new Error(`there is no meeting entry ${entryId}`);
  }
}

function stopped({ line, code, inputs }: meetingEntry.MeetingEntryStopped, { lines }: Plan): Problem {
  const { operation, target } = lines[line] ?? {};
  return new Problem('MEETING_ENTRY_STOPPED', { inputs: { line, operation, target, code, inputs } });
}
