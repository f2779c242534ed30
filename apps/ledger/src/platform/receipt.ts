import { ApiProperty } from '@nestjs/swagger';
import type { Receipt } from '#recording';

export class RecordedEventBody {
  @ApiProperty({ type: String, format: 'uuid' })
  eventId!: string;
  @ApiProperty({ type: String, example: 'SeatFilled' })
  type!: string;
  @ApiProperty({ type: 'integer', minimum: 0 })
  revision!: number;
}

export class FindingBody {
  @ApiProperty({ type: String, example: 'NOTICE_TOO_SHORT' })
  code!: string;
  @ApiProperty({ type: String, enum: ['info', 'warning', 'irregular'] })
  severity!: string;
  @ApiProperty({
    type: String,
    required: false,
    example: 'BA-01',
    description: 'The rule of the rulebook that was broken, where it is one.',
  })
  ruleId?: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  inputs!: object;
}

/** What a command left in the record. */
export class ReceiptBody {
  @ApiProperty({ type: String, example: 'body-cssc' })
  stream!: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Of the stream, as in ETag.', example: 12 })
  streamRevision!: number;
  @ApiProperty({
    type: String,
    description:
      'As in Minutebook-Position: give it to a read as `minPosition`, and to `getReceipt` for the place in the transparency log.',
    example: '4711',
  })
  position!: string;
  @ApiProperty({ type: () => RecordedEventBody, isArray: true })
  events!: Receipt['events'];
  @ApiProperty({
    type: () => FindingBody,
    isArray: true,
    description: 'What was recorded although it is not in order.',
  })
  findings!: Receipt['findings'];
  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'The command was recorded before: this is its first outcome.',
  })
  repeated?: true;

  constructor({ stream, streamRevision, position, events, findings, repeated }: Receipt) {
    this.stream = stream;
    this.streamRevision = streamRevision;
    this.position = String(position);
    this.events = events;
    this.findings = findings;
    if (repeated) this.repeated = true;
  }
}
