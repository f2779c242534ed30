import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { atInstant, meeting, meetingEntry } from '#governance';
import { Problem } from '#platform';
import { StaleRevision, StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import type { Plan } from './plan.ts';

/** The lines as they were typed, as bytes. */
export const bytesOf = (plan: Plan): Buffer => Buffer.from(JSON.stringify(plan));

/** What the record has of the entries of meetings: which were accepted, and how they stand. */
@Injectable()
export class Journal {
  constructor(private readonly writer: StreamWriter) {}

  async standing(meetingId: string, entryId: string): Promise<meetingEntry.EntryStanding | undefined> {
    return (await this.writer.load(meetingEntry.decider, meetingId)).state.entries.get(entryId);
  }

  /**
   * The revision of the meeting's entries on which another may be accepted.
   *
   * @throws Problem `MEETING_ENTRY_IN_PROGRESS` while one is recorded line by line, here or elsewhere
   */
  async free(meetingId: string): Promise<number> {
    const { state, revision } = await this.writer.load(meetingEntry.decider, meetingId);
    const other = [...state.entries].find(([, { status }]) => status === 'under_way');
    if (!other) return revision;
    const headers = { 'retry-after': '1' };
    throw new Problem('MEETING_ENTRY_IN_PROGRESS', { inputs: { entryId: other[0] }, headers });
  }

  accept(plan: Plan, context: WriteContext): Promise<Receipt> {
    const { meetingId, bodyId, lines } = plan;
    const ofMeeting = { meetingId, bodyId, lines: lines.length, planSha256: hash('sha256', bytesOf(plan)) };
    const command = { type: 'AcceptMeetingEntry' as const, entryId: context.commandId, ...ofMeeting };
    return this.write(meetingId, command, context);
  }

  write(streamId: string, command: meetingEntry.Command, context: WriteContext): Promise<Receipt> {
    const at = atInstant(new Date().toISOString());
    return this.writer.write(meetingEntry.decider, { streamId, command, context }, () =>
      Promise.resolve({ at }),
    );
  }

  /** If-Match is of the meeting: what was typed, was typed on that state. @throws StaleRevision */
  async expectMeeting(meetingId: string, expected: number | undefined): Promise<void> {
    if (expected === undefined) return;
    const { revision } = await this.writer.load(meeting.decider, meetingId);
    if (revision !== expected) throw new StaleRevision(`meeting-${meetingId}`, expected, revision);
  }
}
