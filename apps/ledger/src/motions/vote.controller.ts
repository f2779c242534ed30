import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AbortVoteBody,
  ChangeBallotBody,
  CloseVoteBody,
  OpenVoteBody,
  RecordAdvisoryBallotBody,
  RecordBallotBody,
  RecordBlocBallotBody,
  ReportVoteTellersBody,
} from './motion.bodies.ts';
import { WriteMotion } from './motion.handler.ts';

/** A vote on a motion. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class VoteController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('openVote', { needs: 'secretary', summary: 'The chair puts the question' })
  openVote(
    @Id('motionId') id: string,
    @Body() body: OpenVoteBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OpenVote', body), context);
  }

  @Operation('recordBallot', { needs: 'secretary', summary: 'A seat votes' })
  recordBallot(
    @Id('motionId') id: string,
    @Body() body: RecordBallotBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordBallot', body), context);
  }

  @Operation('changeBallot', {
    needs: 'secretary',
    summary: 'A seat changes its vote before the vote is closed',
  })
  changeBallot(
    @Id('motionId') id: string,
    @Body() body: ChangeBallotBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ChangeBallot', body), context);
  }

  @Operation('recordBlocBallot', {
    needs: 'secretary',
    summary: 'The present seats of a constituency cast all its votes, where a clause grants it',
  })
  recordBlocBallot(
    @Id('motionId') id: string,
    @Body() body: RecordBlocBallotBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordBlocBallot', body), context);
  }

  @Operation('recordAdvisoryBallot', {
    needs: 'secretary',
    summary: 'An advisory seat says how it would vote',
  })
  recordAdvisoryBallot(
    @Id('motionId') id: string,
    @Body() body: RecordAdvisoryBallotBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordAdvisoryBallot', body), context);
  }

  @Operation('reportVoteTellers', {
    needs: 'secretary',
    summary: 'The tellers tell the totals of a secret vote',
  })
  reportVoteTellers(
    @Id('motionId') id: string,
    @Body() body: ReportVoteTellersBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReportVoteTellers', body), context);
  }

  @Operation('closeVote', {
    needs: 'secretary',
    summary: 'The chair announces the result: vote and motion are disposed of together',
  })
  closeVote(
    @Id('motionId') id: string,
    @Body() body: CloseVoteBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseVote', body), context);
  }

  @Operation('abortVote', {
    needs: 'secretary',
    summary: 'The vote is broken off; the ballots stay in the record',
  })
  abortVote(
    @Id('motionId') id: string,
    @Body() body: AbortVoteBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AbortVote', body), context);
  }
}
