import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { body } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, Write, zoned } from '../platform/index.ts';
import { BodyFacts } from './body.facts.ts';

export class WriteBody extends Write<body.Command> {}

const decider = zoned(body.decider);

@CommandHandler(WriteBody)
export class BodyHandler implements ICommandHandler<WriteBody> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly facts: BodyFacts,
  ) {}

  execute({ streamId, command, context }: WriteBody): Promise<Receipt> {
    return this.writer.write(decider, { streamId, command, context }, (state) =>
      this.facts.of(streamId, command(anyZone), state, context),
    );
  }
}
