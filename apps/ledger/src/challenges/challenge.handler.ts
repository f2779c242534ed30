import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { challenge, gathering } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { asked, Write, zoned } from '../platform/index.ts';

export class WriteChallenge extends Write<challenge.Command> {}

const decider = zoned(challenge.decider);

@CommandHandler(WriteChallenge)
export class ChallengeHandler implements ICommandHandler<WriteChallenge> {
  constructor(private readonly writer: StreamWriter) {}

  execute(write: WriteChallenge): Promise<Receipt> {
    return this.writer.write(decider, write, (state) =>
      gathered(gathering.challengeFacts(asked(write, state)), this.writer),
    );
  }
}
