import { IdField, OneOf, PartialDate } from '../platform/index.ts';
import type { ClaimStatus } from '#projections';
import { KnownAtParameters, PageParameters } from './query.parameters.ts';

const statuses: readonly ClaimStatus[] = ['standing', 'disputed', 'reconciled', 'retracted'];

export class ListClaimsParameters extends PageParameters {
  @IdField({ optional: true, description: 'On this subject.', example: 'la-community-schools' })
  subject?: string;
  @IdField({ optional: true, description: 'Saying this of it.', example: 'designated-schools' })
  predicate?: string;
  @IdField({ optional: true, description: 'From this source.' })
  sourceId?: string;
  @OneOf(statuses, { optional: true, description: 'Whether something stands against it.' })
  status?: ClaimStatus;
  @PartialDate({ optional: true, description: 'What the record knew then; by default everything.' })
  knownAt?: string;
}

export class ClaimDifferencesParameters extends KnownAtParameters {
  @IdField({ optional: true, description: 'Only contradictions on this subject.' })
  subject?: string;
  @IdField({ optional: true, description: 'Only totals of this programme.' })
  programId?: string;
}
