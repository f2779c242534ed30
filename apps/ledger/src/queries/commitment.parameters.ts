import { commitment } from '#governance';
import type { ChallengeView, CommitmentStanding } from '#projections';
import { IdField, OneOf, PartialDate } from '../platform/index.ts';
import { PageParameters } from './query.parameters.ts';

const standings: readonly CommitmentStanding[] = ['open', 'overdue', 'met', 'missed', 'released'];
const statuses: readonly ChallengeView['status'][] = ['open', 'cured', 'declined', 'closed'];

class ListAsOfParameters extends PageParameters {
  @IdField({ optional: true, description: 'Of this body.', example: 'cssc' })
  bodyId?: string;
  @PartialDate({ optional: true, description: 'What was true then; by default now.', example: '2025-06-30' })
  asOf?: string;
  @PartialDate({ optional: true, description: 'What the record knew then; by default everything.' })
  knownAt?: string;
}

export class ListCommitmentsParameters extends ListAsOfParameters {
  @OneOf(commitment.commitmentKinds, { optional: true })
  kind?: commitment.CommitmentKind;
  @OneOf(standings, {
    optional: true,
    description:
      'How they stand then. A page may hold fewer entries than its limit: go on while there is a next.',
  })
  standing?: CommitmentStanding;
}

export class ListChallengesParameters extends ListAsOfParameters {
  @OneOf(statuses, {
    optional: true,
    description:
      'How they stand then. A page may hold fewer entries than its limit: go on while there is a next.',
  })
  status?: ChallengeView['status'];
}
