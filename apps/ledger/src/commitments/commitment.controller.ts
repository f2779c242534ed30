import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { commitment } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  MakeCommitmentBody,
  RecordCommitmentMetBody,
  RecordCommitmentMissedBody,
  ReleaseCommitmentBody,
  ReportCommitmentProgressBody,
  ReviseCommitmentBody,
} from './commitment.bodies.ts';
import { WriteCommitment } from './commitment.handler.ts';

/** Targets, directives and money that somebody committed to. */
@Resource('commitments', {
  id: 'commitmentId',
  tag: 'Commitments',
  scope: { param: 'commitmentId', of: 'commitment' },
})
export class CommitmentController extends CommandController<commitment.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteCommitment);
  }

  @Operation('makeCommitment', {
    needs: 'secretary',
    summary: 'Record a target, a directive or funding, with what binds to it',
    of: { field: 'bodyId' },
  })
  makeCommitment(
    @Id('commitmentId') id: string,
    @Body() body: MakeCommitmentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('MakeCommitment', body), context);
  }

  @Operation('reviseCommitment', { needs: 'secretary', summary: 'Change the terms from now on' })
  reviseCommitment(
    @Id('commitmentId') id: string,
    @Body() body: ReviseCommitmentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReviseCommitment', body), context);
  }

  @Operation('reportCommitmentProgress', { needs: 'secretary', summary: 'Record a report of how far it is' })
  reportCommitmentProgress(
    @Id('commitmentId') id: string,
    @Body() body: ReportCommitmentProgressBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReportCommitmentProgress', body), context);
  }

  @Operation('recordCommitmentMet', { needs: 'secretary', summary: 'It was kept, in time or late' })
  recordCommitmentMet(
    @Id('commitmentId') id: string,
    @Body() body: RecordCommitmentMetBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordCommitmentMet', body), context);
  }

  @Operation('recordCommitmentMissed', { needs: 'secretary', summary: 'It was not kept in time' })
  recordCommitmentMissed(
    @Id('commitmentId') id: string,
    @Body() body: RecordCommitmentMissedBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordCommitmentMissed', body), context);
  }

  @Operation('releaseCommitment', { needs: 'secretary', summary: 'Who may bind releases from it' })
  releaseCommitment(
    @Id('commitmentId') id: string,
    @Body() body: ReleaseCommitmentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReleaseCommitment', body), context);
  }
}
