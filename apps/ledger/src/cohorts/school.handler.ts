import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { gathering, school } from '#governance';
import { gathered, KeyedQueue, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, asked, Write, zoned } from '../platform/index.ts';

export class WriteSchool extends Write<school.Command> {}

const decider = zoned(school.decider);

@CommandHandler(WriteSchool)
export class SchoolHandler implements ICommandHandler<WriteSchool> {
  /** Two mergers into each other come one after the other: the second reads that its target is gone. */
  readonly #mergers = new KeyedQueue();

  constructor(private readonly writer: StreamWriter) {}

  execute(write: WriteSchool): Promise<Receipt> {
    return write.command(anyZone).type === 'MergeSchool'
      ? this.#mergers.run('mergers', () => this.record(write))
      : this.record(write);
  }

  private record(write: WriteSchool): Promise<Receipt> {
    return this.writer.write(decider, write, (state) =>
      gathered(gathering.schoolFacts(asked(write, state)), this.writer),
    );
  }
}
