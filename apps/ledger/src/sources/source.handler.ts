import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { gathering, source } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, asked, Write } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

export class WriteSource extends Write<source.Command> {}

/** Sources have no zone of their own: a date without a time is a day in UTC. */
@CommandHandler(WriteSource)
export class SourceHandler implements ICommandHandler<WriteSource> {
  constructor(
    private readonly writer: StreamWriter,
    @Inject(PORTS) private readonly ports: Ports,
  ) {}

  execute(write: WriteSource): Promise<Receipt> {
    const { streamId, context } = write;
    const { blobs } = this.ports;
    const intention = { streamId, command: write.command(anyZone), context };
    return this.writer.write(source.decider, intention, (state) =>
      gathered(gathering.sourceFacts(asked(write, state)), this.writer, { blobs }),
    );
  }
}
