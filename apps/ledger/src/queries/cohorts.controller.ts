import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { atInstant } from '#governance';
import {
  cohortRegister,
  getApplication,
  getCohort,
  getSchool,
  listApplications,
  listCohorts,
  listSchools,
} from '#projections';
import { ApplicationId, ApplicationIdParam } from '../cohorts/application-id.ts';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import {
  CohortRegisterParameters,
  ListApplicationsParameters,
  ListCohortsParameters,
  ListSchoolsParameters,
} from './cohort.parameters.ts';
import { KnownAtParameters, TwoTimesParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';

@Controller('v1/cohorts')
@ApiTags('Cohorts')
@declareScope({ param: 'cohortId', of: 'cohort' })
export class CohortQueries {
  constructor(private readonly query: Query) {}

  @Read('listCohorts', {
    answers: 'CohortPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Cohorts, in the order of the record',
  })
  listCohorts(@Parameters() filter: ListCohortsParameters): Answer {
    return this.query.list((reads) => listCohorts(reads, filter));
  }

  @IdParam('cohortId')
  @Read('getCohort', {
    answers: 'CohortView',
    needs: 'auditor',
    summary: 'A cohort with its calls, its selections and its size',
    path: ':cohortId',
  })
  getCohort(@Id('cohortId') id: string, @Parameters() { knownAt }: KnownAtParameters): Answer {
    return this.query.one((reads) => getCohort(reads, id, dateIn(knownAt, reads, undefined)?.latest));
  }
}

/** The cohorts of a programme may be kept by several bodies: without `bodyId`, who may read all of them reads it. */
@Controller('v1/programs')
@ApiTags('Cohorts')
export class ProgramQueries {
  constructor(private readonly query: Query) {}

  @IdParam('programId')
  @Read('getCohortRegister', {
    answers: 'CohortRegisterView',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'The cohorts of a programme with running totals',
    description:
      'A total says how much of it is known and how many parts are not; nothing unknown is filled in. As of a ' +
      'time, cohorts that may have joined by then are summed apart.',
    path: ':programId/cohort-register',
  })
  getCohortRegister(
    @Id('programId') programId: string,
    @Parameters() parameters: CohortRegisterParameters,
  ): Answer {
    const { bodyId, asOf, knownAt } = parameters;
    return this.query.one((reads) =>
      cohortRegister(reads, {
        programId,
        bodyId,
        asOf: dateIn(asOf, reads, bodyId),
        knownAt: dateIn(knownAt, reads, bodyId)?.latest,
      }),
    );
  }
}

@Controller('v1/applications')
@ApiTags('Applications')
@declareScope({ param: 'applicationId', of: 'application' })
export class ApplicationQueries {
  constructor(private readonly query: Query) {}

  @Read('listApplications', {
    answers: 'ApplicationPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Applications, latest recorded first',
  })
  listApplications(@Parameters() filter: ListApplicationsParameters): Answer {
    return this.query.list((reads) => listApplications(reads, filter));
  }

  @ApplicationIdParam()
  @Read('getApplication', {
    answers: 'ApplicationView',
    needs: 'auditor',
    summary: 'An application with its sign-offs and every review',
    path: ':applicationId',
  })
  getApplication(@ApplicationId() id: string, @Parameters() { knownAt }: KnownAtParameters): Answer {
    return this.query.one((reads) => getApplication(reads, id, dateIn(knownAt, reads, undefined)?.latest));
  }
}

@Controller('v1/schools')
@ApiTags('Schools')
@declareScope({ param: 'schoolId', of: 'school' })
export class SchoolQueries {
  constructor(private readonly query: Query) {}

  @Read('listSchools', {
    answers: 'SchoolPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Schools, in the order of the record',
  })
  listSchools(@Parameters() filter: ListSchoolsParameters): Answer {
    return this.query.list((reads) => listSchools(reads, filter));
  }

  @IdParam('schoolId')
  @Read('getSchool', {
    answers: 'SchoolView',
    needs: 'auditor',
    summary: 'A school with its designations',
    description: 'As of a time, and as the record knew it at a time; dates are read in UTC.',
    path: ':schoolId',
  })
  getSchool(@Id('schoolId') id: string, @Parameters() { asOf, knownAt }: TwoTimesParameters): Answer {
    const now = atInstant(new Date().toISOString());
    return this.query.one((reads) =>
      getSchool(reads, id, {
        asOf: dateIn(asOf, reads, undefined) ?? now,
        knownAt: dateIn(knownAt, reads, undefined)?.latest,
      }),
    );
  }
}
