import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { challenge, meeting, motion } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
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
        body: roster() && { timeZone, regime },
        motion: motionId === undefined ? undefined : await this.motion(motionId),
        meeting: meetingId === undefined ? undefined : await this.meeting(meetingId),
      };
    });
  }

  private async motion(motionId: string): Promise<challenge.Facts['motion']> {
    const { state, revision } = await this.writer.load(motion.decider, motionId);
    const { status, bodyId, cures } = state;
    if (status === 'none') return undefined;
    const adopted = motion.carries.includes(status);
    const isDisposed = adopted || status === 'rejected';
    return { bodyId, revision, adopted, cures, ...(isDisposed && { actedAt: motion.decidedSince(state) }) };
  }

  private async meeting(meetingId: string): Promise<challenge.Facts['meeting']> {
    const { state, revision } = await this.writer.load(meeting.decider, meetingId);
    const { bodyId, startsAt } = state.schedule ?? {};
    return bodyId === undefined || !startsAt ? undefined : { bodyId, revision, startsAt };
  }
}
