import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { claim } from '#governance';
import { StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, Write } from '../platform/index.ts';
import { ClaimFacts } from './claim.facts.ts';

export class WriteClaim extends Write<claim.Command> {}

/** Claims have no zone of their own: a date without a time is a day in UTC. */
@CommandHandler(WriteClaim)
export class ClaimHandler implements ICommandHandler<WriteClaim> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly facts: ClaimFacts,
  ) {}

  execute({ streamId, command: inZone, context }: WriteClaim): Promise<Receipt> {
    const command = inZone(anyZone);
    return this.writer.write(claim.decider, { streamId, command, context }, (state) =>
      this.facts.of(streamId, command, state, context),
    );
  }
}
