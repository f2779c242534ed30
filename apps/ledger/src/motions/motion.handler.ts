import { hash } from 'node:crypto';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { gathering, motion } from '#governance';
import { gathered, occurredAt, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { Floor } from './floor.ts';
import type { SecondMotionBody } from './motion.bodies.ts';

/** A clause that asks for something is not part of the motion: it tells the decision what to look at. */
type Asked = Pick<SecondMotionBody, 'otherConstituencyBy'>;

export class WriteMotion extends Write<motion.Command & Asked> {}

const decider = zoned(motion.decider);

const sha256 = (text: string): string => hash('sha256', text);

@CommandHandler(WriteMotion)
export class MotionHandler implements ICommandHandler<WriteMotion> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly floor: Floor,
  ) {}

  execute({ streamId: motionId, command, context }: WriteMotion): Promise<Receipt> {
    const { mode } = context;
    const happenedAt = (timeZone: string) => occurredAt(context, timeZone);
    return this.writer.write(decider, { streamId: motionId, command, context }, (state) => {
      const { otherConstituencyBy, ...given } = command(anyZone);
      const secondFromOtherConstituency = otherConstituencyBy !== undefined;
      const of = { motionId, state, command: given, mode, happenedAt, secondFromOtherConstituency, sha256 };
      return gathered(gathering.motionFacts(of), this.writer, {
        floorOf: (id) => this.floor.motionIds(id),
      });
    });
  }
}
