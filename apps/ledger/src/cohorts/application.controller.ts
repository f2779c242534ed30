import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { application } from '#governance';
import type { WriteContext } from '#recording';
import {
  CommandBody,
  CommandController,
  commandOf,
  Context,
  declareScope,
  Operation,
} from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  NotSelectApplicationBody,
  RecommendApplicationBody,
  RecordSiteSignOffBody,
  RecuseReviewerBody,
  ReturnApplicationBody,
  ReviewApplicationBody,
  RevokeSiteSignOffBody,
  WithdrawApplicationBody,
} from './application.bodies.ts';
import { ApplicationId, ApplicationIdParam } from './application-id.ts';
import { WriteApplication } from './application.handler.ts';

/** The id names the cohort and the school; the body of the cohort keeps the application. */
@Controller('v1/applications/:applicationId')
@ApiTags('Applications')
@ApplicationIdParam()
@declareScope({ param: 'applicationId', of: 'application' })
export class ApplicationController extends CommandController<application.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteApplication);
  }

  @Operation('startApplication', { needs: 'secretary', summary: 'A school begins to apply to a cohort' })
  startApplication(
    @ApplicationId() id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('StartApplication', body), context);
  }

  @Operation('recordSiteSignOff', {
    needs: 'secretary',
    summary: 'The site body signs the application off, by its own vote',
  })
  recordSiteSignOff(
    @ApplicationId() id: string,
    @Body() body: RecordSiteSignOffBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordSiteSignOff', body), context);
  }

  @Operation('revokeSiteSignOff', { needs: 'secretary', summary: 'The site body revokes its sign-off' })
  revokeSiteSignOff(
    @ApplicationId() id: string,
    @Body() body: RevokeSiteSignOffBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RevokeSiteSignOff', body), context);
  }

  @Operation('submitApplication', { needs: 'secretary', summary: 'The school hands its application in' })
  submitApplication(
    @ApplicationId() id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SubmitApplication', body), context);
  }

  @Operation('returnApplication', {
    needs: 'secretary',
    summary: 'The application goes back: something is missing',
  })
  returnApplication(
    @ApplicationId() id: string,
    @Body() body: ReturnApplicationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReturnApplication', body), context);
  }

  @Operation('resubmitApplication', { needs: 'secretary', summary: 'A returned application comes back' })
  resubmitApplication(
    @ApplicationId() id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ResubmitApplication', body), context);
  }

  @Operation('reviewApplication', {
    needs: 'secretary',
    summary: 'A member judges the application by a criterion',
  })
  reviewApplication(
    @ApplicationId() id: string,
    @Body() body: ReviewApplicationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReviewApplication', body), context);
  }

  @Operation('recuseReviewer', { needs: 'secretary', summary: 'A member does not judge this application' })
  recuseReviewer(
    @ApplicationId() id: string,
    @Body() body: RecuseReviewerBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecuseReviewer', body), context);
  }

  @Operation('recommendApplication', { needs: 'secretary', summary: 'The school is recommended' })
  recommendApplication(
    @ApplicationId() id: string,
    @Body() body: RecommendApplicationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecommendApplication', body), context);
  }

  @Operation('selectApplication', {
    needs: 'secretary',
    summary: 'The selection of the cohort names the school',
  })
  selectApplication(
    @ApplicationId() id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SelectApplication', body), context);
  }

  @Operation('notSelectApplication', { needs: 'secretary', summary: 'The school is not selected, and why' })
  notSelectApplication(
    @ApplicationId() id: string,
    @Body() body: NotSelectApplicationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('NotSelectApplication', body), context);
  }

  @Operation('withdrawApplication', { needs: 'secretary', summary: 'The school no longer applies' })
  withdrawApplication(
    @ApplicationId() id: string,
    @Body() body: WithdrawApplicationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('WithdrawApplication', body), context);
  }
}
