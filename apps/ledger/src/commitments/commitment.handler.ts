import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commitment, gathering } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { asked, Write, zoned } from '../platform/index.ts';

export class WriteCommitment extends Write<commitment.Command> {}

const decider = zoned(commitment.decider);

@CommandHandler(WriteCommitment)
export class CommitmentHandler implements ICommandHandler<WriteCommitment> {
  constructor(private readonly writer: StreamWriter) {}

  execute(write: WriteCommitment): Promise<Receipt> {
    return this.writer.write(decider, write, (state) =>
      gathered(gathering.commitmentFacts(asked(write, state)), this.writer),
    );
  }
}
