import { CommandBody, IdField, TextField } from '../platform/index.ts';

export class RegisterPersonBody extends CommandBody {
  @IdField({ optional: true, description: 'Of the key under which the data of the person are kept.' })
  keyId?: string;
}

export class LinkPersonsBody extends CommandBody {
  @IdField({ description: 'The other id of the same person.' })
  otherPersonId!: string;
  @TextField({ max: 500, description: 'How that is known.', example: 'The clerk’s roll' })
  basis!: string;
}
