import { Module } from '@nestjs/common';
import { application, cohort, school } from '#governance';
import { StreamWriter } from '#recording';
import { BodiesOf } from '../auth/bodies-of.ts';
import { isPairId } from '../platform/index.ts';
import { ApplicationController } from './application.controller.ts';
import { ApplicationHandler } from './application.handler.ts';
import { CohortController } from './cohort.controller.ts';
import { CohortHandler } from './cohort.handler.ts';
import { SchoolController } from './school.controller.ts';
import { SchoolHandler } from './school.handler.ts';

/** Cohorts, the applications of schools to them, and the schools. */
@Module({
  controllers: [CohortController, ApplicationController, SchoolController],
  providers: [CohortHandler, ApplicationHandler, SchoolHandler],
})
export class CohortsModule {
  constructor(bodies: BodiesOf, writer: StreamWriter) {
    bodies.register(
      'cohort',
      async (id) => (await writer.load(cohort.decider, id)).state.bodyId || undefined,
    );
    bodies.register(
      'school',
      async (id) => (await writer.load(school.decider, id)).state.bodyId || undefined,
    );
    // Also of an application that is not there yet: its cohort is.
    bodies.register(
      'application',
      (id) => bodies.bodyOf('cohort', application.partsOf(id).cohortId),
      isPairId,
    );
  }
}
