import { instrument } from '#governance';
import {
  CommandBody,
  Count,
  Flag,
  IdField,
  IdList,
  LanguageField,
  ListOf,
  ListOfKinds,
  Nested,
  OneOf,
  PartialDate,
  Sha256Field,
  TextField,
  TextList,
  TimeZoneField,
} from '../platform/index.ts';
import { operationBodies, OperationBody } from './operation.bodies.ts';

const titleMax = 500;
const noteMax = 2_000;

export class IdentifierBody implements instrument.Identifier {
  @TextField({ max: 100, optional: true, example: 'board report' })
  scheme?: string;
  @TextField({ max: 200, example: '041-26/27' })
  identifier!: string;
}

export class RegisterInstrumentBody extends CommandBody {
  @OneOf(instrument.instrumentKinds)
  kind!: instrument.InstrumentKind;
  @TextField({ max: titleMax, example: 'Memorandum of understanding on community schools' })
  title!: string;
  @IdField({
    optional: true,
    description: 'The body whose record it belongs to; without one, only who records for all bodies may.',
    example: 'cssc',
  })
  bodyId?: string;
  @TimeZoneField({
    optional: true,
    description: 'Of its dates, where it belongs to no body; UTC by default.',
  })
  timeZone?: string;
  @TextList({ optional: true, max: 50, textMax: titleMax })
  otherNames?: string[];
  @ListOf(IdentifierBody, { optional: true, max: 50 })
  identifiers?: IdentifierBody[];
}

export class AddPartyBody extends CommandBody {
  @IdField({ example: 'utla' })
  organizationId!: string;
  @OneOf(instrument.ratificationMethods, { example: 'membership_vote' })
  ratificationMethod!: instrument.RatificationMethod;
}

/** A command about one version. */
class VersionBody extends CommandBody {
  @IdField({ example: 'v1' })
  versionId!: string;
}

export class ProposeVersionBody extends VersionBody {
  @IdField({ optional: true, description: 'The version that it changes; left out for the first.' })
  baseVersion?: string;
  @TextField({ max: 200, optional: true, example: 'Second amendment' })
  label?: string;
  @ListOfKinds('kind', operationBodies, OperationBody, {
    optional: true,
    min: 0,
    max: 2_000,
    description: 'Amending operations, in the order in which they apply.',
  })
  operations?: instrument.Operation[];
  @Sha256Field({
    optional: true,
    description: 'Of the canonical consolidated text that results (RFC 8785), to hold it against the record.',
  })
  fullTextSha256?: string;
  @Flag({
    optional: true,
    description: 'False: that there is such a version is known, and not what it says.',
  })
  textHeld?: boolean;
}

export class StatedCountsBody implements instrument.StatedCounts {
  @Count({ optional: true })
  yes?: number;
  @Count({ optional: true })
  no?: number;
  @Count({ optional: true })
  abstain?: number;
  @Count({ optional: true })
  absent?: number;
}

export class ExternalDecisionBody implements instrument.GivenExternal {
  @IdField({ optional: true, description: 'The organization that decided.', example: 'lausd' })
  organizationId?: string;
  @IdField({ optional: true, description: 'The body that decided, where this ledger knows it.' })
  bodyId?: string;
  @TextField({ max: 300, optional: true, description: 'Who decided, as the source says.' })
  decidedBy?: string;
  @Nested(StatedCountsBody, { optional: true, description: 'As the source states them; unknown by default.' })
  counts?: StatedCountsBody;
  @Flag({ optional: true, description: 'The source says that nobody was against it.' })
  unanimous?: boolean;
  @IdList({ optional: true, max: 50, description: 'Organizations that sponsored it.' })
  sponsors?: string[];
}

class DecidedVersionBody extends VersionBody {
  @IdField({ optional: true, description: 'The motion of this ledger that decided it.' })
  byMotionId?: string;
  @Nested(ExternalDecisionBody, { optional: true, description: 'The decision outside this ledger.' })
  external?: ExternalDecisionBody;
}

export class DisclosureBody {
  @IdField({ example: 'board-2026-08' })
  meetingId!: string;
  @IdField({ example: 'item-7' })
  itemId!: string;
}

export class AdoptVersionBody extends DecidedVersionBody {
  @PartialDate({ optional: true, description: 'A proviso: it comes into force then, not at once.' })
  effectiveFrom?: PartialDate;
  @PartialDate({ optional: true, description: 'The end of its term.' })
  until?: PartialDate;
  @OneOf(['separate'], { optional: true, description: 'Nothing but `enterIntoForce` brings it into force.' })
  entryIntoForce?: 'separate';
  @Nested(DisclosureBody, {
    optional: true,
    description: 'Where provisions and costs of an agreement with a union were disclosed (LR-02).',
  })
  disclosure?: DisclosureBody;
}

export class VoteRefBody {
  @IdField({ optional: true, description: 'A motion of this ledger.' })
  motionId?: string;
  @TextField({ max: 300, optional: true, description: 'As a source calls it.' })
  reference?: string;
}

export class RecordRatificationBody extends VersionBody {
  @IdField({ example: 'utla' })
  organizationId!: string;
  @OneOf(['ratified', 'rejected'])
  answer!: 'ratified' | 'rejected';
  @Nested(VoteRefBody, { optional: true, description: 'Where it can be looked up.' })
  voteRef?: VoteRefBody;
}

export class EnterIntoForceBody extends VersionBody {
  @PartialDate({
    optional: true,
    description: 'Since when; by default when it is recorded to have happened.',
  })
  from?: PartialDate;
}

export class PostponeForceBody extends DecidedVersionBody {
  @PartialDate({ description: 'To when.', example: '2027-07-01' })
  to!: PartialDate;
}

export class RepealBody extends CommandBody {
  @IdField({ optional: true, description: 'The motion of this ledger that decided it.' })
  byMotionId?: string;
  @Nested(ExternalDecisionBody, { optional: true, description: 'The decision outside this ledger.' })
  external?: ExternalDecisionBody;
}

export class ProrogueBody extends RepealBody {
  @PartialDate({ description: 'The new end of the term.', example: '2028-06-30' })
  until!: PartialDate;
}

export class IncorporateIntoBody extends CommandBody {
  @IdField({ description: 'The instrument of which it becomes a part.', example: 'cba' })
  intoInstrument!: string;
  @TextField({ max: 200, optional: true, example: 'XXV' })
  asArticle?: string;
}

export class SupersedeBody extends CommandBody {
  @IdField({ description: 'The instrument that takes its place.' })
  byInstrument!: string;
}

export class PublishRenditionBody extends VersionBody {
  @LanguageField({ description: 'Of the rendition (BCP 47).', example: 'es' })
  declare lang: string;
  @TextField({ max: 200, example: 'application/pdf' })
  mime!: string;
  @Sha256Field({ description: 'Of the file, which was put into the ledger before.' })
  sha256!: string;
  @Flag({ description: 'Whether it is as good as the original.' })
  authentic!: boolean;
}

export class RecordPracticeDepartureBody extends CommandBody {
  @IdField({ optional: true, description: 'The clause, where its text is held.' })
  clauseId?: string;
  @TextField({ max: 200, optional: true, description: 'The clause, as a source calls it.' })
  clauseLabel?: string;
  @TextField({ max: noteMax, example: 'Some form of shared leadership body meets instead.' })
  description!: string;
}
