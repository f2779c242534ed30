import { Inject, Injectable } from '@nestjs/common';
import { atInstant, meetingEntry } from '#governance';
import { Problem } from '#platform';
import { NotCaughtUp } from '#projections';
import { partIdFor, StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { Processes } from '../processes/processes.ts';
import { EntryProcess } from './entry-process.ts';
import { LineRecorder } from './line-recorder.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { acceptedLine } from './outcomes.ts';
import type { Plan } from './plan.ts';
import type { ReceiptBody } from '../platform/index.ts';

const soon = { 'retry-after': '1' };

export type RecordedMeeting = Readonly<{
  correlationId: string;
  /** Of the last line. */
  position: string;
  lines: readonly LineOutcomeBody[];
}>;

/** What the record has of the entries of a meeting before another is tried. */
export type Before = Readonly<{
  /** Of the meeting's entries: another may be accepted only as long as there is none since. */
  revision: number;
  /** This very command was accepted before: its lines were rehearsed then. */
  isKnown: boolean;
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

  /** @throws Problem `MEETING_ENTRY_IN_PROGRESS` while another entry of the meeting is recorded, here or elsewhere */
  async before(meetingId: string, commandId: string): Promise<Before> {
    const { state, revision } = await this.writer.load(meetingEntry.decider, meetingId);
    const isKnown = state.entries.has(commandId);
    const other = [...state.entries].find(([, { status }]) => status === 'under_way');
    if (other && !isKnown)
      throw new Problem('MEETING_ENTRY_IN_PROGRESS', { inputs: { entryId: other[0] }, headers: soon });
    return { revision, isKnown };
  }

  async isKnown(meetingId: string, commandId: string): Promise<boolean> {
    return (await this.writer.load(meetingEntry.decider, meetingId)).state.entries.has(commandId);
  }

  /**
   * The lines must have been rehearsed. Repeated with the same command id, it waits for the same entry, which goes
   * on where it stopped.
   *
   * @throws StaleRevision where another entry was accepted since `before`: the lines were rehearsed without it
   * @throws Problem `MEETING_ENTRY_STOPPED` where a line was refused after all
   * @throws Problem `MEETING_ENTRY_UNDER_WAY` where it takes longer than a request may
   */
  async record(plan: Plan, context: WriteContext): Promise<RecordedMeeting> {
    const accepted = await this.#accept(plan, context);
    await this.#carriedOut(accepted.position);
    if (accepted.repeated) await this.#resume(plan, context);
    const standing = await this.#standing(plan, context);
    if (standing?.status === 'stopped') throw stopped(standing, plan);
    return this.#recorded(plan, context);
  }

  async #accept(plan: Plan, context: WriteContext): Promise<Receipt> {
    const { meetingId, bodyId, lines } = plan;
    const bytes = Buffer.from(JSON.stringify(plan));
    const planSha256 = await this.ports.blobs.put(bytes, 'application/json');
    const ofMeeting = { meetingId, bodyId, lines: lines.length, planSha256 };
    const command = { type: 'AcceptMeetingEntry' as const, entryId: context.commandId, ...ofMeeting };
    return this.#write(plan, command, context);
  }

  /** It was asked for again, so what stood against it is mended, as far as its author knows. */
  async #resume(plan: Plan, { commandId, ...context }: WriteContext): Promise<void> {
    const standing = await this.#standing(plan, { commandId });
    if (standing?.status !== 'stopped') return;
    const { commandDigest: _digest, expectedRevision: _revision, ...said } = context;
    const resumption = {
      ...said,
      mode: 'live' as const,
      commandId: partIdFor(commandId, `resume ${standing.resumptions}`),
    };
    const command = { type: 'ResumeMeetingEntry' as const, entryId: commandId };
    await this.#carriedOut((await this.#write(plan, command, resumption)).position);
  }

  #write(
    { meetingId: streamId }: Plan,
    command: meetingEntry.Command,
    context: WriteContext,
  ): Promise<Receipt> {
    const at = atInstant(new Date().toISOString());
    return this.writer.write(meetingEntry.decider, { streamId, command, context }, () =>
      Promise.resolve({ at }),
    );
  }

  async #standing({ meetingId }: Plan, { commandId }: Pick<WriteContext, 'commandId'>) {
    return (await this.writer.load(meetingEntry.decider, meetingId)).state.entries.get(commandId);
  }

  async #carriedOut(position: number): Promise<void> {
    try {
      await this.processes.whenReached(position, { timeoutMs: this.ports.config.minPositionTimeout });
    } catch (error) {
      if (!(error instanceof NotCaughtUp)) throw error;
      throw new Problem('MEETING_ENTRY_UNDER_WAY', { headers: soon });
    }
  }

  /** Asked again, every line answers with its first outcome. */
  async #recorded({ meetingId }: Plan, { commandId }: WriteContext): Promise<RecordedMeeting> {
    const entry = await this.process.entryOf(await this.process.accepted(meetingId, commandId));
    const lines: LineOutcomeBody[] = [];
    let last: ReceiptBody | undefined;
    for (const [index, line] of entry.plan.lines.entries()) {
      last = await this.recorder.record(entry, index);
      lines.push(acceptedLine(line, index, last));
    }
    return { correlationId: entry.correlationId, position: last?.position ?? '0', lines };
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
