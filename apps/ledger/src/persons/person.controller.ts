import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { person } from '#governance';
import type { WriteContext } from '#recording';
import {
  CommandBody,
  CommandController,
  commandOf,
  Context,
  Id,
  Operation,
  ReceiptBody,
  Resource,
} from '../platform/index.ts';
import {
  ChangePersonDataBody,
  ErasePersonBody,
  LinkPersonsBody,
  PublishPersonNameBody,
  RegisterPersonBody,
  SetPersonMinorityBody,
} from './person.bodies.ts';
import { WritePerson, WritePersonName } from './person.handler.ts';

/** What is recorded of a person is for members at most; only that a name is public, or no more, is public. */
const forMembers = (context: WriteContext): WriteContext => ({
  ...context,
  visibility: context.visibility === 'public' ? 'members' : context.visibility,
});

/** Persons, under pseudonyms. They belong to no body. */
@Resource('persons', { id: 'personId', tag: 'Persons', scope: 'anywhere' })
export class PersonController extends CommandController<person.Command> {
  constructor(private readonly commandBus: CommandBus) {
    super(commandBus, WritePerson);
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

  @Operation('changePersonData', {
    needs: 'secretary',
    summary: 'Record or correct the name of a person',
    description:
      'Encrypted under a key of the person outside the record, which `erasePerson` destroys. A name that was public ' +
      'is withdrawn.',
  })
  async changePersonData(
    @Id('personId') id: string,
    @Body() body: ChangePersonDataBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    const write = new WritePersonName(id, body.name, forMembers(context));
    return new ReceiptBody(await this.commandBus.execute(write));
  }

  @Operation('setPersonMinority', {
    needs: 'secretary',
    summary: 'A person is a minor, or is one no more',
    description: 'Minors are never shown by name.',
  })
  setPersonMinority(
    @Id('personId') id: string,
    @Body() body: SetPersonMinorityBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SetPersonMinority', body), forMembers(context));
  }

  @Operation('publishPersonName', {
    needs: 'secretary',
    of: { field: 'bodyId' },
    summary: 'Let the public know who sits in a seat, as the seat shows it',
    description:
      'The record gets a salted digest; name and salt stand in the directory of the feed, until they are withdrawn ' +
      'or erased.',
  })
  publishPersonName(
    @Id('personId') id: string,
    @Body() body: PublishPersonNameBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PublishPersonName', body), { ...context, visibility: 'public' });
  }

  @Operation('withdrawPersonName', { needs: 'secretary', summary: 'The directory forgets the name' })
  withdrawPersonName(
    @Id('personId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('WithdrawPersonName', body), { ...context, visibility: 'public' });
  }

  @Operation('erasePerson', {
    needs: 'admin',
    of: 'everywhere',
    summary: 'Erase who a person is',
    description:
      'Destroys the key and the salt, and drops the name from every copy: directory, answers, feed, minutes that were ' +
      'rendered. Proofs, tallies and seats stand. What follows is done soon after the answer, and finished after a ' +
      'crash; `getPerson` tells when.',
  })
  erasePerson(
    @Id('personId') id: string,
    @Body() body: ErasePersonBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ErasePerson', body), forMembers(context));
  }
}
