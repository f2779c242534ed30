import { commitment } from '#governance';
import {
  ClauseRefBody,
  Count,
  IdField,
  IdList,
  Nested,
  NumberField,
  OneOf,
  TextField,
} from '../platform/index.ts';

export class PartyBody implements commitment.Party {
  @OneOf(commitment.partyKinds, { example: 'organization' })
  kind!: commitment.Party['kind'];
  @TextField({ max: 300, description: 'Its id; of others, words.', example: 'lausd' })
  ref!: string;
}

export class ValueBody implements commitment.Value {
  @NumberField({ optional: true, example: 70 })
  number?: number;
  @TextField({ max: 100, optional: true, description: 'What the number counts.', example: 'schools' })
  unit?: string;
  @Count({
    optional: true,
    max: Number.MAX_SAFE_INTEGER,
    description: 'Money, in the minor unit of its currency (cents).',
  })
  minorUnits?: number;
  @OneOf(Intl.supportedValuesOf('currency'), { optional: true, description: 'ISO 4217.', example: 'USD' })
  currency?: string;
  @OneOf(commitment.qualifiers, { optional: true, description: 'Where it is not stated exactly.' })
  qualifier?: commitment.Qualifier;
  @OneOf(commitment.periods, { optional: true })
  period?: commitment.Period;
  @TextField({ max: 100, optional: true, description: 'For each of several.', example: 'school' })
  each?: string;
  @TextField({ max: 2_000, optional: true })
  conditions?: string;
}

export class MeasureBody implements commitment.NamedMeasure {
  @OneOf(commitment.measures)
  counts!: commitment.NamedMeasure['counts'];
  @IdField({ optional: true, description: 'Schools: of this programme.' })
  programId?: string;
  @IdList({ optional: true, min: 1, description: 'Schools: only of these cohorts.' })
  cohortIds?: string[];
  @TextField({ max: 100, optional: true, description: 'A quantity: of what.', example: 'hours' })
  unit?: string;
  @OneOf(commitment.periods, { optional: true, description: 'A quantity: in each such period.' })
  per?: commitment.Period;
  @TextField({ max: 300, optional: true, description: 'A share, in percent: of whom or what.' })
  of?: string;
}

export class AuthorityRefBody implements commitment.NamedAuthority {
  @IdField({ optional: true, description: 'A motion, which is pinned as it stands.' })
  motionId?: string;
  @Nested(ClauseRefBody, { optional: true, description: 'Or a clause of an instrument.' })
  clauseRef?: ClauseRefBody;
  @IdField({ optional: true, description: 'Or a source that states it,' })
  sourceId?: string;
  @TextField({ max: 500, optional: true, description: 'with the place in it.', example: 'line 16' })
  locator?: string;
}
