import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
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
  AbortElectionRoundBody,
  BallotingBody,
  CallElectionBody,
  NominateCandidateBody,
  OpenElectionRoundBody,
  RecordElectionBallotBody,
  ReportTellersBody,
  WithdrawCandidateBody,
} from './election.bodies.ts';
import { WriteMotion } from './motion.handler.ts';

/** A motion that elects somebody to an office. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class ElectionController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('callElection', {
    needs: 'secretary',
    summary: 'The chair calls for nominations: the motion is an election',
  })
  callElection(
    @Id('motionId') id: string,
    @Body() body: CallElectionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CallElection', body), context);
  }

  @Operation('nominateCandidate', { needs: 'secretary', summary: 'Somebody is nominated' })
  nominateCandidate(
    @Id('motionId') id: string,
    @Body() body: NominateCandidateBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('NominateCandidate', body), context);
  }

  @Operation('withdrawCandidate', { needs: 'secretary', summary: 'A candidate declines' })
  withdrawCandidate(
    @Id('motionId') id: string,
    @Body() body: WithdrawCandidateBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('WithdrawCandidate', body), context);
  }

  @Operation('closeNominations', { needs: 'secretary', summary: 'Nobody has a further nomination to make' })
  closeNominations(
    @Id('motionId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseNominations', body), context);
  }

  @Operation('openElectionRound', { needs: 'secretary', summary: 'The body ballots' })
  openElectionRound(
    @Id('motionId') id: string,
    @Body() body: OpenElectionRoundBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OpenElectionRound', body), context);
  }

  @Operation('recordElectionBallot', { needs: 'secretary', summary: 'A seat names a candidate, or abstains' })
  recordElectionBallot(
    @Id('motionId') id: string,
    @Body() body: RecordElectionBallotBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordElectionBallot', body), context);
  }

  @Operation('reportTellers', {
    needs: 'secretary',
    summary: 'The tellers tell the totals of a secret ballot',
  })
  reportTellers(
    @Id('motionId') id: string,
    @Body() body: ReportTellersBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReportTellers', body), context);
  }

  @Operation('closeElectionRound', {
    needs: 'secretary',
    summary: 'The chair announces who is elected, or that nobody is yet',
  })
  closeElectionRound(
    @Id('motionId') id: string,
    @Body() body: BallotingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseElectionRound', body), context);
  }

  @Operation('abortElectionRound', {
    needs: 'secretary',
    summary: 'The round is broken off; what was cast stays in the record',
  })
  abortElectionRound(
    @Id('motionId') id: string,
    @Body() body: AbortElectionRoundBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AbortElectionRound', body), context);
  }
}
