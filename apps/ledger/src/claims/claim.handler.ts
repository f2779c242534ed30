import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { claim, gathering } from '#governance';
import { gathered, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, asked, Write } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

export class WriteClaim extends Write<claim.Command> {}

/** Claims have no zone of their own: a date without a time is a day in UTC. */
@CommandHandler(WriteClaim)
export class ClaimHandler implements ICommandHandler<WriteClaim> {
  constructor(
    private readonly writer: StreamWriter,
    @Inject(PORTS) private readonly ports: Ports,
  ) {}

  execute(write: WriteClaim): Promise<Receipt> {
    const { streamId, context } = write;
    const { blobs } = this.ports;
    const intention = { streamId, command: write.command(anyZone), context };
    return this.writer.write(claim.decider, intention, (state) =>
      gathered(gathering.claimFacts(asked(write, state)), this.writer, {
        blobs,
        isRecorded: (event) => this.isRecorded(event),
      }),
    );
  }

  private async isRecorded({ stream, revision }: gathering.EventRef): Promise<boolean> {
    const events = await this.ports.store.readStream(stream, { from: revision, limit: 1 });
    return events.length > 0;
  }
}
