import { ApiProperty } from '@nestjs/swagger';
import {
  CommandBody,
  FindingBody,
  Flag,
  IdField,
  JsonObject,
  ListOf,
  Nested,
  TextField,
} from '../platform/index.ts';
import { truth } from '../queries/query.parameters.ts';

/** Lines of one entry: the longest minutes that we know of have a third of them. */
export const maxLines = 1000;

export class EntryLineBody {
  @TextField({ max: 100, description: 'The operationId of the command.', example: 'recordArrival' })
  operation!: string;
  @TextField({
    max: 120,
    optional: true,
    description: 'The meeting (by default), or a motion of its body.',
    example: 'motions/trees',
  })
  target?: string;
  @JsonObject({
    optional: true,
    description: 'The fields of the command. Without `occurredAt`, it happened when the line before it did.',
    example: { seatId: 'staff-1', by: 'member', mode: 'in_person' },
  })
  body?: object;
}

/** A whole meeting, typed at once. */
export class RecordMeetingBody {
  @IdField({ description: 'The body that met.' })
  bodyId!: string;
  @Nested(CommandBody, {
    optional: true,
    description: 'What every line says that does not say otherwise; `recordingMode` is `minutes` by default.',
  })
  defaults?: CommandBody;
  @ListOf(EntryLineBody, { min: 1, max: maxLines, description: 'What happened, in order.' })
  lines!: EntryLineBody[];
}

export class RecordMeetingParameters {
  @truth
  @Flag({ optional: true, description: 'Record nothing: tell what each line would lead to.' })
  dryRun?: boolean;
}

/** What became of a line, or would. */
export class LineOutcomeBody {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Its index in `lines`.' })
  line!: number;
  @ApiProperty({ type: String, example: 'recordArrival' })
  operation!: string;
  @ApiProperty({ type: String, example: 'meetings/garden-1' })
  target!: string;
  @ApiProperty({ type: String, enum: ['accepted', 'refused'] })
  outcome!: 'accepted' | 'refused';
  @ApiProperty({
    type: String,
    isArray: true,
    example: ['MemberArrived'],
    description: 'Types of the events.',
  })
  events!: readonly string[];
  @ApiProperty({ type: () => FindingBody, isArray: true })
  findings!: readonly FindingBody[];
  @ApiProperty({
    required: false,
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    description: 'Why the line is refused.',
  })
  problem?: object;
}

/** A meeting that is in the record, or a rehearsal of it. */
export class MeetingEntryBody {
  @ApiProperty({ type: Boolean, description: 'Nothing was recorded.' })
  dryRun!: boolean;
  @ApiProperty({ type: String, required: false, description: 'As in Minutebook-Position.', example: '4711' })
  position?: string;
  @ApiProperty({ type: String, description: 'Stands in every event of the meeting.' })
  correlationId!: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Lines that are refused.' })
  refused!: number;
  @ApiProperty({ type: () => LineOutcomeBody, isArray: true })
  lines!: readonly LineOutcomeBody[];
}
