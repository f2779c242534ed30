import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { WriteMotion } from './motion.handler.ts';
import { ReceiveMotionBody, RecordReceivingBodyActionBody, TransmitMotionBody } from './procedure.bodies.ts';

/** What goes from one body to another: site, committee, board. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class TransmissionController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('transmitMotion', { needs: 'secretary', summary: 'What was adopted goes to another body' })
  transmitMotion(
    @Id('motionId') id: string,
    @Body() body: TransmitMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('TransmitMotion', body), context);
  }

  @Operation('receiveMotion', {
    needs: 'secretary',
    summary: 'Another body sent a motion: this one has it from here on',
    of: { field: 'bodyId' },
  })
  receiveMotion(
    @Id('motionId') id: string,
    @Body() body: ReceiveMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReceiveMotion', body), context);
  }

  @Operation('recordReceivingBodyAction', {
    needs: 'secretary',
    summary: 'What the receiving body did with the motion',
  })
  recordReceivingBodyAction(
    @Id('motionId') id: string,
    @Body() body: RecordReceivingBodyActionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordReceivingBodyAction', body), context);
  }
}
