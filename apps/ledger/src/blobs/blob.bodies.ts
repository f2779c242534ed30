import { ApiProperty } from '@nestjs/swagger';
import { Sha256Field, TextField } from '../platform/index.ts';

/** `type/subtype` and parameters (RFC 9110 §8.3.1). */
export const mediaTypePattern = '^[\\w.+-]+/[\\w.+-]+( *; *[\\w.+-]+=("[^"\\\\]*"|[\\w.+:-]+))*$';
export const mediaTypeMax = 200;

/** A text, for whoever finds JSON easier than bytes. */
export class TextBlobBody {
  @TextField({ max: 1_000_000, example: 'Article I. The committee has sixteen seats.' })
  text!: string;
  @TextField({ max: mediaTypeMax, optional: true, example: 'text/markdown; charset=utf-8' })
  mediaType?: string;
}

export class PutBlobParameters {
  @Sha256Field({
    optional: true,
    description: 'What the bytes are expected to be; anything else is refused.',
  })
  sha256?: string;
}

/** What is kept, and under which name. */
export class BlobReceipt {
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$', example: 'e3b0'.repeat(16) })
  sha256!: string;
  @ApiProperty({ type: String, example: 'application/pdf' })
  mediaType!: string;
  @ApiProperty({ type: 'integer', minimum: 0, example: 48_213 })
  bytes!: number;
}
