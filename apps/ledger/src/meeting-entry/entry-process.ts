import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import { atInstant, meetingEntry, streamName } from '#governance';
import type { Recorded } from '#governance';
import type { Problem } from '#platform';
import type { ProcessManager } from '#processes';
import { eventsFrom, partIdFor, Rejected, StreamWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { LineRecorder } from './line-recorder.ts';
import type { Entry } from './line-recorder.ts';
import { objectionIn } from './outcomes.ts';
import type { Plan } from './plan.ts';

type Accepted = Recorded<meetingEntry.MeetingEntryAccepted>;
type End = Extract<meetingEntry.Command, { type: 'CompleteMeetingEntry' | 'StopMeetingEntry' }>;

/** How often a line is tried before what stands against it is believed. */
const attempts = 2;

/** Processes act by themselves: who asked for it stands in the event that they react to. */
const actor = { actorId: 'meeting-entry', role: 'process' };

/** Carries out meeting entries that are not recorded at once: line by line, also those that a crash interrupted. */
@Injectable()
export class EntryProcess implements ProcessManager {
  readonly name = 'meeting-entry';
  readonly reactsTo = ['MeetingEntryAccepted', 'MeetingEntryResumed'] as const;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: StreamWriter,
    private readonly recorder: LineRecorder,
  ) {}

  async react({ streamId, event }: Recorded): Promise<void> {
    const { entryId } = event as meetingEntry.MeetingEntryEvent;
    // What has stopped goes on only when it is asked to, even where the checkpoint is lost.
    if ((await this.#standing(streamId, entryId))?.status !== 'under_way') return;
    const accepted = await this.accepted(streamId, entryId);
    await this.#end(
      accepted,
      await this.#recordLines(this.entryWith(await this.#planOf(accepted.event), accepted)),
    );
  }

  /** How an entry began. */
  async accepted(streamId: string, entryId: string | undefined): Promise<Accepted> {
    const accepted = await this.#first('MeetingEntryAccepted', streamId, entryId);
    if (!accepted) throw new Error(`there is no meeting entry ${entryId} in the stream of ${streamId}`);
    return accepted as Accepted;
  }

  /** Where an entry was complete: all that it led to stands before that. */
  async completedAt(streamId: string, entryId: string): Promise<Position | undefined> {
    return (await this.#first('MeetingEntryCompleted', streamId, entryId))?.position;
  }

  async #first(type: meetingEntry.MeetingEntryEvent['type'], streamId: string, entryId: string | undefined) {
    const stream = streamName(meetingEntry.decider.category, streamId);
    for await (const recorded of eventsFrom(this.ports.store, stream, 0)) {
      const { event } = recorded;
      if (event.type === type && event.entryId === entryId) return recorded;
    }
    return undefined;
  }

  entryWith(plan: Plan, { eventId, envelope }: Accepted): Entry {
    const { commandId, $correlationId: correlationId, recordedBy } = envelope;
    return { commandId, correlationId, causationId: eventId, actor: recordedBy, plan };
  }

  async #planOf({ planSha256 }: meetingEntry.MeetingEntryAccepted): Promise<Plan> {
    const blob = await this.ports.blobs.get(planSha256);
    if (!blob) throw new Error(`the lines of an entry are gone: there is no blob ${planSha256}`);
    return JSON.parse(Buffer.from(blob.bytes).toString('utf8')) as Plan;
  }

  async #recordLines(entry: Entry): Promise<End> {
    for (const line of entry.plan.lines.keys()) {
      const problem = await this.#objectionTo(entry, line);
      if (problem)
        return { type: 'StopMeetingEntry', line, code: problem.code, inputs: problem.details.inputs ?? {} };
    }
    return { type: 'CompleteMeetingEntry' };
  }

  /**
   * What the record holds against a line. Another process may have recorded the line, and those after it, while this
   * one decided it on a state between: asked again, the line answers with its first outcome.
   */
  async #objectionTo(entry: Entry, line: number): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        await this.recorder.record(entry, line);
        return undefined;
      } catch (error) {
        problem = objectionIn(error);
        if (!problem) throw error;
      }
    }
    return problem;
  }

  async #standing(streamId: string, entryId = ''): Promise<meetingEntry.EntryStanding | undefined> {
    return (await this.writer.load(meetingEntry.decider, streamId)).state.entries.get(entryId);
  }

  /** Another process may have ended it already: as it ended, it is ended. */
  async #end({ streamId, event, eventId, envelope }: Accepted, end: End): Promise<void> {
    const { entryId } = event;
    const resumptions = (await this.#standing(streamId, entryId))?.resumptions ?? 0;
    const command: End = entryId === undefined ? end : { ...end, entryId };
    const context = {
      recordedBy: actor,
      mode: 'live' as const,
      commandId: partIdFor(envelope.commandId, resumptions === 0 ? 'end' : `end ${resumptions}`),
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
