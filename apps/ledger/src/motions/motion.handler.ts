import { hash } from 'node:crypto';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { challenge, meeting, motion } from '#governance';
import type { When } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { bodyAsOf } from '../bodies/body-as-of.ts';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { Floor } from './floor.ts';
import { readMotion } from './read-motion.ts';
import { consentFacts } from './consent-facts.ts';
import { boundRule, motionsOnRecord, nextMeeting, orderOf } from './motion-facts.ts';
import type { SecondMotionBody } from './motion.bodies.ts';

/** A clause that asks for something is not part of the motion: it tells the decision what to look at. */
type Asked = Pick<SecondMotionBody, 'otherConstituencyBy'>;

export class WriteMotion extends Write<motion.Command & Asked> {}

const decider = zoned(motion.decider);

const sha256 = (text: string): string => hash('sha256', text);

/** Motions of which the meeting's own record knows: stated by the chair, and on the agenda. */
function questionIds(attendance: meeting.Attendance | undefined): readonly string[] {
  const { stated = [], agendized = [] } = attendance?.questions ?? {};
  return [...stated, ...agendized];
}

@CommandHandler(WriteMotion)
export class MotionHandler implements ICommandHandler<WriteMotion> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly floor: Floor,
  ) {}

  execute({ streamId, command, context }: WriteMotion): Promise<Receipt> {
    return this.writer.write(decider, { streamId, command, context }, async (state) => {
      const given = command(anyZone);
      const reads = motion.streamsRead(state, given);
      const { bodyId, roster: wanted, meetingId, toBodyId, curesMotionId, authorityMotionId } = reads;
      const { roster, ...ofBody } = await bodyAsOf(this.writer, bodyId, context);
      const attendance = await this.attendance(meetingId, ofBody.at);
      return {
        ...ofBody,
        roster: wanted ? roster() : undefined,
        attendance,
        ...(attendance?.suspendedRules && { suspended: attendance.suspendedRules }),
        ...(await consentFacts(this.writer, { motionId: streamId, reads, attendance })),
        motionId: streamId,
        motions: await motionsOnRecord(this.writer, [
          ...(reads.motionIds ?? []),
          ...(reads.floor
            ? [...questionIds(attendance), ...(await this.floor.motionIds(meetingId, context))]
            : []),
        ]),
        nextRegularMeeting: await nextMeeting(this.writer, reads.nextMeetingId),
        boundRule: await boundRule(this.writer, reads.clause, ofBody.at),
        rulesOfOrder: orderOf(ofBody),
        sha256,
        toBody:
          toBodyId === undefined ? undefined : (await bodyAsOf(this.writer, toBodyId, context)).roster(),
        cured: await this.cured(curesMotionId),
        challenge: await this.challenge(reads.challengeId),
        authorityMotion: await this.authority(authorityMotionId, streamId),
        secondFromOtherConstituency: given.otherConstituencyBy !== undefined,
        textSha256: 'text' in given && given.text !== undefined ? sha256(given.text) : undefined,
      };
    });
  }

  private async cured(motionId: string | undefined): Promise<motion.Facts['cured']> {
    if (motionId === undefined) return undefined;
    const { state } = await this.writer.load(motion.decider, motionId);
    return state.status === 'none' ? undefined : state;
  }

  private async challenge(challengeId: string | undefined): Promise<motion.Facts['challenge']> {
    if (challengeId === undefined) return undefined;
    const { state, revision } = await this.writer.load(challenge.decider, challengeId);
    return state.status === 'none' ? undefined : { ...state, revision };
  }

  private async authority(
    motionId: string | undefined,
    ofMotionId: string,
  ): Promise<motion.AuthorityMotion | undefined> {
    const found = await readMotion(this.writer, motionId);
    return found && motionId === ofMotionId ? { ...found, isItself: true } : found;
  }

  private async attendance(meetingId: string | undefined, at: When): Promise<meeting.Attendance | undefined> {
    if (meetingId === undefined) return undefined;
    const { state, revision } = await this.writer.load(meeting.decider, meetingId);
    return meeting.attendanceAt(state, at, { meetingId, revision });
  }
}
