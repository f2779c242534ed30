import { commitment } from '#governance';
import {
  CommandBody,
  Count,
  DurationField,
  Flag,
  IdField,
  Nested,
  NumberField,
  OneOf,
  PartialDate,
  TextField,
} from '../platform/index.ts';
import { AuthorityRefBody, MeasureBody, PartyBody, ValueBody } from './commitment.parts.ts';

const textMax = 2_000;

class AuthorizedBody extends CommandBody {
  @Nested(AuthorityRefBody, { optional: true, description: 'What binds to it.' })
  authorityRef?: AuthorityRefBody;
}

class TermsBody extends AuthorizedBody {
  @Nested(MeasureBody, { optional: true, description: 'What is counted.' })
  measure?: MeasureBody;
  @Nested(ValueBody, { optional: true, description: 'How much; left out where it is not stated.' })
  value?: ValueBody;
  @PartialDate({ optional: true, description: 'When it is due.', example: '2025' })
  due?: PartialDate;
  @DurationField({ optional: true, description: 'Or within this time, in calendar days from its adoption.' })
  dueWithin?: string;
  @PartialDate({ optional: true, description: 'Until when it lasts.', example: '2025-26' })
  until?: PartialDate;
  @Flag({ optional: true, description: 'It has no end.' })
  inPerpetuity?: boolean;
}

export class MakeCommitmentBody extends TermsBody {
  @OneOf(commitment.commitmentKinds, { example: 'target' })
  kind!: commitment.CommitmentKind;
  @TextField({ max: 500, example: 'Seventy community schools' })
  title!: string;
  @IdField({ optional: true, description: 'The body in whose register it stands, and whose zone counts.' })
  bodyId?: string;
  @Nested(PartyBody, { description: 'Who sees to it.' })
  owner!: PartyBody;
  @Nested(PartyBody, { optional: true, description: 'Who is to do it.' })
  obligor?: PartyBody;
  @Nested(PartyBody, { optional: true, description: 'For whom.' })
  beneficiary?: PartyBody;
}

export class ReviseCommitmentBody extends TermsBody {
  @TextField({ max: textMax, optional: true })
  reason?: string;
}

export class ReportCommitmentProgressBody extends CommandBody {
  @PartialDate({ optional: true, description: 'For which time.', example: '2024-10' })
  period?: PartialDate;
  @TextField({ max: 300, optional: true, description: 'Of which part: a school, a body.' })
  subject?: string;
  @NumberField({ optional: true, example: 2 })
  quantity?: number;
  @Count({ optional: true, max: Number.MAX_SAFE_INTEGER, description: 'A share: so many' })
  numerator?: number;
  @Count({ optional: true, min: 1, max: Number.MAX_SAFE_INTEGER, description: 'of so many.' })
  denominator?: number;
  @TextField({ max: textMax, optional: true })
  statement?: string;
}

export class RecordCommitmentMetBody extends AuthorizedBody {
  @TextField({ max: textMax, optional: true, description: 'How that is known.' })
  evidence?: string;
}

export class RecordCommitmentMissedBody extends CommandBody {
  @TextField({ max: textMax, optional: true })
  reason?: string;
}

export class ReleaseCommitmentBody extends AuthorizedBody {
  @TextField({ max: textMax, example: 'Superseded by a later resolution.' })
  reason!: string;
}
