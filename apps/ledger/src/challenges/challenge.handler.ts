import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { challenge, meeting } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { readMotion } from '../motions/read-motion.ts';
import { anyZone, Write, zoned } from '../platform/index.ts';

export class WriteChallenge extends Write<challenge.Command> {}

const decider = zoned(challenge.decider);

@CommandHandler(WriteChallenge)
export class ChallengeHandler implements ICommandHandler<WriteChallenge> {
  constructor(private readonly writer: StreamWriter) {}

  execute({ streamId, command, context }: WriteChallenge): Promise<Receipt> {
    return this.writer.write(decider, { streamId, command, context }, async (state) => {
      const given = command(anyZone);
      const bodyId = given.type === 'ReceiveCureDemand' ? given.bodyId : state.bodyId;
      const { at, timeZone, regime, roster } = await bodyAsOf(this.writer, bodyId, context);
      const { motionId, meetingId } = challenge.streamsRead(given);
      return {
        at,
        timeZone,
        regime,
        body: roster() && { timeZone, regime },
        motion: await readMotion(this.writer, motionId),
        meeting: meetingId === undefined ? undefined : await this.meeting(meetingId),
      };
    });
  }

  private async meeting(meetingId: string): Promise<challenge.Facts['meeting']> {
    const { state, revision } = await this.writer.load(meeting.decider, meetingId);
    const { bodyId, startsAt } = state.schedule ?? {};
    if (bodyId === undefined || !startsAt) return undefined;
    return { bodyId, revision, startsAt, itemIds: new Set(state.agenda.items.keys()) };
  }
}
