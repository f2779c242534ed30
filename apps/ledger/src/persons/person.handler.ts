import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { person } from '#governance';
import { occurredAt, StreamWriter } from '#recording';
import type { Receipt } from '#recording';
import { anyZone, Write } from '../platform/index.ts';

export class WritePerson extends Write<person.Command> {}

@CommandHandler(WritePerson)
export class PersonHandler implements ICommandHandler<WritePerson> {
  constructor(private readonly writer: StreamWriter) {}

  execute({ streamId: personId, command: inZone, context }: WritePerson): Promise<Receipt> {
    const command = inZone(anyZone);
    return this.writer.write(person.decider, { streamId: personId, command, context }, async () => ({
      at: occurredAt(context, anyZone),
      personId,
      other: command.type === 'LinkPersons' ? await this.registered(command.otherPersonId) : undefined,
    }));
  }

  private async registered(personId: string): Promise<person.PersonState | undefined> {
    const { state } = await this.writer.load(person.decider, personId);
    return state.registered ? state : undefined;
  }
}
