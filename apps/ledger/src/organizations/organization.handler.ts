import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { organization } from '#governance';
import { occurredAt, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { Write } from '../platform/index.ts';

export class WriteOrganization extends Write<organization.Command> {}

/** Organizations have no zone of their own: a date without a time is a day in UTC. */
const zone = 'UTC';

@CommandHandler(WriteOrganization)
export class OrganizationHandler implements ICommandHandler<WriteOrganization> {
  constructor(private readonly writer: StreamWriter) {}

  execute({ streamId, command, context }: WriteOrganization): Promise<Receipt> {
    const intention = { streamId, command: command(zone), context };
    return this.writer.write(organization.decider, intention, () =>
      Promise.resolve({ at: occurredAt(context, zone) }),
    );
  }
}
