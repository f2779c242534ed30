import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { body, gathering } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { asked, Write, zoned } from '../platform/index.ts';

export class WriteBody extends Write<body.Command> {}

const decider = zoned(body.decider);

@CommandHandler(WriteBody)
export class BodyHandler implements ICommandHandler<WriteBody> {
  constructor(private readonly writer: StreamWriter) {}

  execute(write: WriteBody): Promise<Receipt> {
    return this.writer.write(decider, write, (state) =>
      gathered(gathering.bodyFacts(asked(write, state)), this.writer),
    );
  }
}
