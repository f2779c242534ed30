import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { cohort, gathering } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { asked, Write, zoned } from '../platform/index.ts';

export class WriteCohort extends Write<cohort.Command> {}

const decider = zoned(cohort.decider);

@CommandHandler(WriteCohort)
export class CohortHandler implements ICommandHandler<WriteCohort> {
  constructor(private readonly writer: StreamWriter) {}

  execute(write: WriteCohort): Promise<Receipt> {
    return this.writer.write(decider, write, (state) =>
      gathered(gathering.cohortFacts(asked(write, state)), this.writer),
    );
  }
}
