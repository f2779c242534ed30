import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { person } from '#governance';
import { occurredAt, StreamWriter } from '#recording';
import type { Receipt, WriteContext } from '#recording';
import { anyZone, Write } from '../platform/index.ts';
import { PersonFacts } from './person-facts.ts';
import { PersonNames } from './person-names.ts';

export class WritePerson extends Write<person.Command> {}

@CommandHandler(WritePerson)
export class PersonHandler implements ICommandHandler<WritePerson> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly facts: PersonFacts,
  ) {}

  execute({ streamId: personId, command: inZone, context }: WritePerson): Promise<Receipt> {
    const command = inZone(anyZone);
    return this.writer.write(person.decider, { streamId: personId, command, context }, (state) =>
      this.facts.of(personId, command, state, context),
    );
  }
}

/** The one command whose contents may not stand in an event: they are sealed before it is decided. */
export class WritePersonName extends Command<Receipt> {
  constructor(
    readonly personId: string,
    readonly name: string,
    readonly context: WriteContext,
  ) {
    super();
  }
}

@CommandHandler(WritePersonName)
export class PersonNameHandler implements ICommandHandler<WritePersonName> {
  constructor(
    private readonly writer: StreamWriter,
    private readonly names: PersonNames,
  ) {}

  async execute({ personId, name, context }: WritePersonName): Promise<Receipt> {
    const command = { type: 'ChangePersonData' } as const;
    const intention = { streamId: personId, command, context: await this.names.keyed(personId, context) };
    return this.writer.write(person.decider, intention, async (state) => ({
      at: occurredAt(context, anyZone),
      personId,
      other: undefined,
      ...(await this.names.sealed(personId, name, state)),
    }));
  }
}
