import { claim } from '#governance';
import type { Json } from '#governance';
import {
  CommandBody,
  Count,
  IdField,
  IdList,
  JsonField,
  Nested,
  NumberField,
  OneOf,
  PartialDate,
  TextField,
} from '../platform/index.ts';

const textMax = 2_000;

export class ComparisonBody implements claim.ClaimComparison {
  @OneOf(claim.derivedMeasures)
  measure!: claim.DerivedMeasure;
  @IdField({ description: 'The programme whose schools are counted.', example: 'la-community-schools' })
  programId!: string;
  @IdList({ optional: true, min: 1, description: 'Only those of these cohorts; left out: of all.' })
  cohortIds?: string[];
  @NumberField({ description: 'The number in the value that is compared.', example: 63 })
  figure!: number;
}

export class RecordClaimBody extends CommandBody {
  @IdField({ description: 'What it is about: an id, never an acronym.', example: 'la-community-schools' })
  subject!: string;
  @IdField({ description: 'What is said of it.', example: 'designated-schools' })
  predicate!: string;
  @JsonField({ max: 4_000, description: 'As the source has it: a number, a text, a list, …', example: 63 })
  value!: Json;
  @PartialDate({ optional: true, description: 'For when the source says it.', example: '2024-25' })
  asOf?: PartialDate;
  @IdField({ example: 'unite-la-page' })
  sourceId!: string;
  @TextField({ max: 500, description: 'Where in the source: page, line, timecode.', example: 'line 17' })
  locator!: string;
  @TextField({
    max: textMax,
    optional: true,
    description: 'The words, where they are to be held against it.',
  })
  quote?: string;
  @OneOf(['stated', 'implied', 'derived'], { optional: true })
  confidence?: NonNullable<claim.ClaimRecorded['confidence']>;
  @TextField({ max: textMax, optional: true, description: 'A remark of whoever records it.' })
  note?: string;
  @Nested(ComparisonBody, {
    optional: true,
    description: 'What the record can work out by itself and the claim states too.',
  })
  comparison?: ComparisonBody;
}

export class FactRefBody implements claim.FactRef {
  @TextField({ max: 200, example: 'school-example' })
  stream!: string;
  @Count({ max: Number.MAX_SAFE_INTEGER, example: 0 })
  revision!: number;
}

export class DisputeClaimBody extends CommandBody {
  @IdField({ optional: true, description: 'Another claim.' })
  byClaimId?: string;
  @Nested(FactRefBody, { optional: true, description: 'Or an event of the record.' })
  byFact?: FactRefBody;
  @TextField({ max: textMax, optional: true })
  reason?: string;
}

export class ReconcileClaimsBody extends CommandBody {
  @IdList({ min: 1, max: 50, description: 'The others.' })
  withClaimIds!: string[];
  @IdField({ optional: true, description: 'The one to follow; left out where all of them hold.' })
  preferredClaimId?: string;
  @TextField({ max: textMax, example: 'The eight on track in 2023-24 had joined by 2024-25.' })
  rationale!: string;
}

export class RetractClaimBody extends CommandBody {
  @TextField({ max: 300, description: 'The publisher of the source.', example: 'A foundation' })
  publisher!: string;
  @IdField({ optional: true, description: 'Where the publisher takes it back.' })
  sourceId?: string;
  @TextField({ max: 500, optional: true })
  locator?: string;
  @TextField({ max: textMax, optional: true })
  reason?: string;
}
