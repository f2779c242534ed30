import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { gathering, meeting } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import { forMembers } from '../bodies/for-members.ts';
import { Floor } from '../motions/floor.ts';
import { MinutesFacts } from '../minutes/minutes-facts.ts';
import { anyZone, asked, Write, zoned } from '../platform/index.ts';

export class WriteMeeting extends Write<meeting.Command> {}

const decider = zoned(meeting.decider);

@CommandHandler(WriteMeeting)
export class MeetingHandler implements ICommandHandler<WriteMeeting> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly minutes: MinutesFacts,
    private readonly floor: Floor,
  ) {}

  async execute({ streamId, command, context: said }: WriteMeeting): Promise<Receipt> {
    const given = command(anyZone);
    const context = await this.contextOf(streamId, given, said);
    const write = { streamId, command, context };
    return this.writer.write(decider, write, async (state) => {
      const minutes = await this.minutes.factsFor(streamId, state, given);
      return gathered(gathering.meetingFacts(asked(write, state), minutes), this.writer, {
        floorOf: (id) => this.floor.motionIds(id),
      });
    });
  }

  /** A draft is the secretary's, and not yet the body's. */
  private async contextOf(
    meetingId: string,
    { type }: meeting.Command,
    context: WriteContext,
  ): Promise<WriteContext> {
    if (type !== 'DraftMinutes') return context;
    const { schedule } = (await this.writer.load(meeting.decider, meetingId)).state;
    return forMembers(this.writer, schedule?.bodyId, 'draft_minutes', context);
  }
}
