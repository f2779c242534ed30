import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { cohort } from '#governance';
import type { WriteContext } from '#recording';
import {
  CommandBody,
  CommandController,
  commandOf,
  Context,
  Id,
  Operation,
  Resource,
} from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  ApproveCohortSelectionBody,
  CloseCohortBody,
  DefineCohortBody,
  ExtendApplicationCallBody,
  OpenApplicationCallBody,
  ReviseCohortSizeBody,
} from './cohort.bodies.ts';
import { WriteCohort } from './cohort.handler.ts';

@Resource('cohorts', { id: 'cohortId', tag: 'Cohorts', scope: { param: 'cohortId', of: 'cohort' } })
export class CohortController extends CommandController<cohort.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteCohort);
  }

  @Operation('defineCohort', {
    needs: 'secretary',
    of: { field: 'bodyId' },
    summary: 'A group of schools that will join a programme together',
  })
  defineCohort(
    @Id('cohortId') id: string,
    @Body() body: DefineCohortBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DefineCohort', body), context);
  }

  @Operation('openApplicationCall', { needs: 'secretary', summary: 'Schools are asked to apply' })
  openApplicationCall(
    @Id('cohortId') id: string,
    @Body() body: OpenApplicationCallBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OpenApplicationCall', body), context);
  }

  @Operation('extendApplicationCall', { needs: 'secretary', summary: 'Schools get more time to apply' })
  extendApplicationCall(
    @Id('cohortId') id: string,
    @Body() body: ExtendApplicationCallBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ExtendApplicationCall', body), context);
  }

  @Operation('closeApplicationCall', { needs: 'secretary', summary: 'No application is taken any more' })
  closeApplicationCall(
    @Id('cohortId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseApplicationCall', body), context);
  }

  @Operation('reviseCohortSize', { needs: 'secretary', summary: 'More or fewer schools shall join' })
  reviseCohortSize(
    @Id('cohortId') id: string,
    @Body() body: ReviseCohortSizeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReviseCohortSize', body), context);
  }

  @Operation('approveCohortSelection', {
    needs: 'secretary',
    summary: 'A motion selects schools for the cohort',
  })
  approveCohortSelection(
    @Id('cohortId') id: string,
    @Body() body: ApproveCohortSelectionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ApproveCohortSelection', body), context);
  }

  @Operation('closeCohort', { needs: 'secretary', summary: 'The cohort is complete' })
  closeCohort(
    @Id('cohortId') id: string,
    @Body() body: CloseCohortBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseCohort', body), context);
  }
}
