import { Inject, Injectable } from '@nestjs/common';
import { atInstant, meetingEntry } from '#governance';
import type { Recorded } from '#governance';
import type { ProcessManager } from '#processes';
import { partIdFor, Rejected, StreamWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { LineRecorder } from './line-recorder.ts';
import type { Entry } from './line-recorder.ts';
import { objectionIn } from './outcomes.ts';
import type { Plan } from './plan.ts';

type Accepted = Recorded<meetingEntry.MeetingEntryAccepted>;
type End = Exclude<meetingEntry.Command, { type: 'AcceptMeetingEntry' }>;

/** Processes act by themselves: who asked for it stands in the event that they react to. */
const actor = { actorId: 'meeting-entry', role: 'process' };

/** Carries out meeting entries: line by line, also those that a crash interrupted. */
@Injectable()
export class EntryProcess implements ProcessManager {
  readonly name = 'meeting-entry';
  readonly reactsTo = ['MeetingEntryAccepted'] as const;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: StreamWriter,
    private readonly recorder: LineRecorder,
  ) {}

  async react(recorded: Recorded): Promise<void> {
    const accepted = recorded as Accepted;
    await this.#end(accepted, await this.#recordLines(await this.entryOf(accepted)));
  }

  async entryOf({ event, eventId, envelope }: Accepted): Promise<Entry> {
    const { commandId, $correlationId: correlationId, recordedBy } = envelope;
    const plan = await this.#planOf(event);
    return { commandId, correlationId, causationId: eventId, actor: recordedBy, plan };
  }

  async #planOf({ planSha256 }: meetingEntry.MeetingEntryAccepted): Promise<Plan> {
    const blob = await this.ports.blobs.get(planSha256);
    if (!blob) throw new Error(`the lines of an entry are gone: there is no blob ${planSha256}`);
    return JSON.parse(Buffer.from(blob.bytes).toString('utf8')) as Plan;
  }

  async #recordLines(entry: Entry): Promise<End> {
    for (const line of entry.plan.lines.keys()) {
      try {
        await this.recorder.record(entry, line);
      } catch (error) {
        const problem = objectionIn(error);
        if (!problem) throw error;
        return { type: 'StopMeetingEntry', line, code: problem.code, inputs: problem.details.inputs ?? {} };
      }
    }
    return { type: 'CompleteMeetingEntry' };
  }

  /** Another process may have ended it already: as it ended, it is ended. */
  async #end({ streamId, eventId, envelope }: Accepted, command: End): Promise<void> {
    const context = {
      recordedBy: actor,
      mode: 'live' as const,
      commandId: partIdFor(envelope.commandId, 'end'),
      correlationId: envelope.$correlationId,
      causationId: eventId,
      visibility: 'members' as const,
    };
    try {
      await this.writer.write(meetingEntry.decider, { streamId, command, context }, () =>
        Promise.resolve({ at: atInstant(new Date().toISOString()) }),
      );
    } catch (error) {
      if (!(error instanceof Rejected && error.code === 'MEETING_ENTRY_ENDED')) throw error;
    }
  }
}
