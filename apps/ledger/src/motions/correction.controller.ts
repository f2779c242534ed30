import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { CorrectVoteRecordBody, CorrectVoteTellersReportBody, VoidMotionBody } from './correction.bodies.ts';
import { WriteMotion } from './motion.handler.ts';

/** What the record of a motion gets wrong is put right beside it. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class CorrectionController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('correctVoteRecord', {
    needs: 'secretary',
    summary: 'Correct how a seat stands in a closed vote: the tally is restated, the original stays',
  })
  correctVoteRecord(
    @Id('motionId') id: string,
    @Body() body: CorrectVoteRecordBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CorrectVoteRecord', body), context);
  }

  @Operation('correctVoteTellersReport', {
    needs: 'secretary',
    summary: 'Correct the totals of a secret vote that is closed: the tally is restated, the report stays',
  })
  correctVoteTellersReport(
    @Id('motionId') id: string,
    @Body() body: CorrectVoteTellersReportBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CorrectVoteTellersReport', body), context);
  }

  @Operation('voidMotion', {
    needs: 'secretary',
    summary: 'What the body adopted is of no effect: by a court, a cure, or for want of a quorum',
  })
  voidMotion(
    @Id('motionId') id: string,
    @Body() body: VoidMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('VoidMotion', body), context);
  }
}
