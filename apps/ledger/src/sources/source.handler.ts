import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { source } from '#governance';
import { occurredAt, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, Write } from '../platform/index.ts';
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

  execute({ streamId, command: inZone, context }: WriteSource): Promise<Receipt> {
    const command = inZone(anyZone);
    const { textSha256 } = command;
    return this.writer.write(source.decider, { streamId, command, context }, async () => ({
      at: occurredAt(context, anyZone),
      textIsKept: textSha256 !== undefined && (await this.ports.blobs.has(textSha256)),
    }));
  }
}
