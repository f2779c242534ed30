import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commitment } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { CommitmentFacts } from './commitment.facts.ts';

export class WriteCommitment extends Write<commitment.Command> {}

const decider = zoned(commitment.decider);

@CommandHandler(WriteCommitment)
export class CommitmentHandler implements ICommandHandler<WriteCommitment> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly facts: CommitmentFacts,
  ) {}

  execute({ streamId, command, context }: WriteCommitment): Promise<Receipt> {
    return this.writer.write(decider, { streamId, command, context }, (state) =>
      this.facts.of(command(anyZone), state, context),
    );
  }
}
