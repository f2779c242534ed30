import { CommandBody, Flag, IdField, TextField } from '../platform/index.ts';

export class RegisterPersonBody extends CommandBody {
  @IdField({
    optional: true,
    description: 'Of the key under which the data of the person are kept elsewhere.',
  })
  keyId?: string;
}

export class LinkPersonsBody extends CommandBody {
  @IdField({ description: 'The other id of the same person.' })
  otherPersonId!: string;
  @TextField({ max: 500, description: 'How that is known.', example: 'The clerk’s roll' })
  basis!: string;
}

export class ChangePersonDataBody extends CommandBody {
  @TextField({
    max: 200,
    description: 'Kept encrypted under the key of the person, and in no event as it is.',
    example: 'Given-name Family-name',
  })
  name!: string;
}

export class SetPersonMinorityBody extends CommandBody {
  @Flag({ description: 'Whether the person is a minor: then what was public of the name is withdrawn.' })
  minor!: boolean;
}

export class PublishPersonNameBody extends CommandBody {
  @IdField({ description: 'The body of the seat.' })
  bodyId!: string;
  @IdField({ description: 'The seat in which the person sits; its policy says how it shows the name.' })
  seatId!: string;
}

export class ErasePersonBody extends CommandBody {
  @TextField({ max: 500, description: 'Why, without a name.', example: 'The person asked for it' })
  basis!: string;
}
