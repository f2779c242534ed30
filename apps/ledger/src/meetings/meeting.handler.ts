import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { gathering, meeting, motion } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { forMembers } from '../bodies/for-members.ts';
import { Floor } from '../motions/floor.ts';
import { MinutesFacts } from '../minutes/minutes-facts.ts';
import { readMotion } from '../motions/read-motion.ts';
import { anyZone, Write, zoned } from '../platform/index.ts';

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
    const context = await this.contextOf(streamId, command(anyZone), said);
    return this.writer.write(decider, { streamId, command, context }, async (state) => {
      const given = command(anyZone);
      const read = meeting.streamsRead(state, given);
      const { bodyId, motionIds, meetingIds, questionIds = [], authorityMotionId } = read;
      const { roster, ...ofBody } = await bodyAsOf(this.writer, bodyId, context);
      return {
        ...ofBody,
        roster: roster(),
        meetingId: streamId,
        suspended: meeting.suspendedRules(state),
        motions: await gathered(
          gathering.motionsOnRecord([...questionIds, ...(await this.madeIn(streamId, given, context))]),
          this.writer,
        ),
        rulesOfOrder: { table: motion.orderTableOf(ofBody) },
        votes: await this.votesOn(motionIds),
        earlierMeetings: await this.earlierMeetings(meetingIds, ofBody.at),
        authorityMotion: await readMotion(this.writer, authorityMotionId),
        ...(await this.minutes.factsFor(streamId, state, given)),
      };
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

  /** An import tells of its meetings as sources do, out of their order: there the meeting's own record is asked. */
  private async madeIn(
    meetingId: string,
    { type }: meeting.Command,
    { mode }: WriteContext,
  ): Promise<readonly string[]> {
    return type === 'StateQuestion' && mode !== 'historical_import' ? this.floor.motionIds(meetingId) : [];
  }

  private async votesOn(motionIds: readonly string[]): Promise<ReadonlyMap<string, motion.Vote>> {
    const votes = new Map<string, motion.Vote>();
    for (const motionId of motionIds) {
      const { state } = await this.writer.load(motion.decider, motionId);
      if (state.lastVote) votes.set(motionId, state.lastVote);
    }
    return votes;
  }

  private async earlierMeetings(
    meetingIds: readonly string[],
    at: Parameters<typeof meeting.earlierMeeting>[1],
  ): Promise<ReadonlyMap<string, meeting.EarlierMeeting>> {
    const meetings = new Map<string, meeting.EarlierMeeting>();
    for (const meetingId of meetingIds) {
      const { state } = await this.writer.load(meeting.decider, meetingId);
      const earlier = meeting.earlierMeeting(state, at);
      if (earlier) meetings.set(meetingId, earlier);
    }
    return meetings;
  }
}
