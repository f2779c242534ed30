import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AbortConsensusBody,
  CallConsensusBody,
  PositionBody,
  RecordMediationBody,
  RoundBody,
} from './consensus.bodies.ts';
import { WriteMotion } from './motion.handler.ts';

/** Rounds of consensus on a motion. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class ConsensusController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('callConsensus', { needs: 'secretary', summary: 'A round of consensus begins' })
  callConsensus(
    @Id('motionId') id: string,
    @Body() body: CallConsensusBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CallConsensus', body), context);
  }

  @Operation('recordConsensusPosition', { needs: 'secretary', summary: 'A seat says where it stands' })
  recordConsensusPosition(
    @Id('motionId') id: string,
    @Body() body: PositionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordConsensusPosition', body), context);
  }

  @Operation('changeConsensusPosition', {
    needs: 'secretary',
    summary: 'A seat changes its position before the round is closed',
  })
  changeConsensusPosition(
    @Id('motionId') id: string,
    @Body() body: PositionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ChangeConsensusPosition', body), context);
  }

  @Operation('closeConsensus', {
    needs: 'secretary',
    summary: 'The round is closed: consensus adopts the motion at once',
  })
  closeConsensus(
    @Id('motionId') id: string,
    @Body() body: RoundBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseConsensus', body), context);
  }

  @Operation('abortConsensus', {
    needs: 'secretary',
    summary: 'The round is broken off; the positions stay in the record',
  })
  abortConsensus(
    @Id('motionId') id: string,
    @Body() body: AbortConsensusBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AbortConsensus', body), context);
  }

  @Operation('recordMediation', {
    needs: 'secretary',
    summary: 'A deadlocked question goes to a mediator, or comes back from one',
  })
  recordMediation(
    @Id('motionId') id: string,
    @Body() body: RecordMediationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordMediation', body), context);
  }
}
