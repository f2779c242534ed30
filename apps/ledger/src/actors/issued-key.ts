import { ApiProperty } from '@nestjs/swagger';
import { ReceiptBody } from '../platform/index.ts';

/** The receipt of a new key with the key itself. */
export class IssuedKeyBody extends ReceiptBody {
  @ApiProperty({
    type: String,
    required: false,
    pattern: '^mbk_',
    description: 'Shown once. A repeated command does not show it again: revoke the key and issue another.',
  })
  key?: string;
}
