import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { person } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { LinkPersonsBody, RegisterPersonBody } from './person.bodies.ts';
import { WritePerson } from './person.handler.ts';

/** What is recorded of a person is for members at most, and is never published. */
const forMembers = (context: WriteContext): WriteContext => ({
  ...context,
  visibility: context.visibility === 'public' ? 'members' : context.visibility,
});

/** Persons, under pseudonyms. They belong to no body. */
@Resource('persons', { id: 'personId', tag: 'Persons', scope: 'anywhere' })
export class PersonController extends CommandController<person.Command> {
  constructor(bus: CommandBus) {
    super(bus, WritePerson);
  }

  @Operation('registerPerson', { needs: 'secretary', summary: 'Enter a person under a pseudonym' })
  registerPerson(
    @Id('personId') id: string,
    @Body() body: RegisterPersonBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RegisterPerson', body), forMembers(context));
  }

  @Operation('linkPersons', {
    needs: 'secretary',
    summary: 'Two ids are one person’s',
    description: 'A link, never a merge: votes, seats and roles keep the id under which they were recorded.',
  })
  linkPersons(
    @Id('personId') id: string,
    @Body() body: LinkPersonsBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('LinkPersons', body), forMembers(context));
  }
}
