import { instrument } from '#governance';
import { IdField, OneOf, PartialDate } from '../platform/index.ts';
import { KnownAtParameters, PageParameters, TwoTimesParameters } from './query.parameters.ts';

export class ListInstrumentsParameters extends PageParameters {
  @IdField({ optional: true, description: 'Of this body.', example: 'cssc' })
  bodyId?: string;
  @OneOf(instrument.instrumentKinds, { optional: true })
  kind?: instrument.InstrumentKind;
  @PartialDate({ optional: true, description: 'What was true then; by default now.', example: '2019-06-13' })
  asOf?: string;
  @PartialDate({ optional: true, description: 'What the record knew then; by default everything.' })
  knownAt?: string;
}

export class InstrumentTextParameters extends TwoTimesParameters {
  @IdField({ optional: true, description: 'This version, in force or not.', example: 'v1' })
  version?: string;
}

export class DiffVersionsParameters extends KnownAtParameters {
  @IdField({ description: 'The version to begin with.', example: 'v1' })
  from!: string;
  @IdField({ description: 'The version to compare it with.', example: 'v2' })
  to!: string;
}
