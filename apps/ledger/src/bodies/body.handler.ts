import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { body } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { Write } from '../platform/index.ts';
import { BodyFacts } from './body.facts.ts';

export class WriteBody extends Write<body.Command> {}

@CommandHandler(WriteBody)
export class BodyHandler implements ICommandHandler<WriteBody> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly facts: BodyFacts,
  ) {}

  async execute({ streamId, command: inZone, context }: WriteBody): Promise<Receipt> {
    const command = inZone(await this.facts.timeZone(streamId));
    return this.writer.write(body.decider, { streamId, command, context }, (state) =>
      this.facts.of(streamId, command, state, context),
    );
  }
}
