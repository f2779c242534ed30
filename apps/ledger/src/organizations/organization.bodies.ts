import { CommandBody, TextField, TextList } from '../platform/index.ts';

export class RegisterOrganizationBody extends CommandBody {
  @TextField({ max: 300, example: 'United Teachers Los Angeles' })
  name!: string;
  @TextList({ optional: true, max: 50, textMax: 300, example: ['UTLA'] })
  otherNames?: string[];
  @TextField({ max: 100, optional: true, example: 'union' })
  classification?: string;
}
