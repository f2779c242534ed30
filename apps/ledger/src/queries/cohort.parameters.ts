import type { ApplicationStatus, CohortStatus, SchoolStatus } from '#projections';
import { IdField, OneOf } from '../platform/index.ts';
import { PageParameters, TwoTimesParameters } from './query.parameters.ts';

const cohortStatuses: readonly CohortStatus[] = ['defined', 'call_open', 'call_closed', 'closed'];
const schoolStatuses: readonly SchoolStatus[] = ['registered', 'designated', 'suspended', 'ended', 'merged'];
const applicationStatuses: readonly ApplicationStatus[] = [
  'started',
  'submitted',
  'returned',
  'recommended',
  'selected',
  'not_selected',
  'withdrawn',
];

class KeptByParameters extends PageParameters {
  @IdField({ optional: true, description: 'Kept by this body.', example: 'cssc' })
  bodyId?: string;
}

export class ListCohortsParameters extends KeptByParameters {
  @IdField({ optional: true, description: 'Of this programme.' })
  programId?: string;
  @OneOf(cohortStatuses, { optional: true })
  status?: CohortStatus;
}

export class ListSchoolsParameters extends KeptByParameters {
  @IdField({ optional: true, description: 'Designated last into this cohort.' })
  cohortId?: string;
  @OneOf(schoolStatuses, { optional: true })
  status?: SchoolStatus;
}

export class ListApplicationsParameters extends KeptByParameters {
  @IdField({ optional: true, description: 'To this cohort.' })
  cohortId?: string;
  @IdField({ optional: true, description: 'Of this school.' })
  schoolId?: string;
  @OneOf(applicationStatuses, { optional: true })
  status?: ApplicationStatus;
}

export class CohortRegisterParameters extends TwoTimesParameters {
  @IdField({ optional: true, description: 'Only cohorts that are kept by this body.', example: 'cssc' })
  bodyId?: string;
}
