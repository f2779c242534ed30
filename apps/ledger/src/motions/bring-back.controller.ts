import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import { WriteMotion } from './motion.handler.ts';
import { AmendMotionTextBody, ByMotionBody, ReconsiderMotionBody } from './procedure.bodies.ts';

/** What becomes of a decision when it is brought back. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class BringBackController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('moveReconsideration', {
    needs: 'secretary',
    summary: 'A motion to reconsider was made: the decision is suspended',
  })
  moveReconsideration(
    @Id('motionId') id: string,
    @Body() body: ByMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('MoveReconsideration', body), context);
  }

  @Operation('reconsiderMotion', {
    needs: 'secretary',
    summary: 'The body reconsiders: the question is before it again',
  })
  reconsiderMotion(
    @Id('motionId') id: string,
    @Body() body: ReconsiderMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReconsiderMotion', body), context);
  }

  @Operation('endReconsideration', {
    needs: 'secretary',
    summary: 'The motion to reconsider came to nothing',
  })
  endReconsideration(
    @Id('motionId') id: string,
    @Body() body: ByMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EndReconsideration', body), context);
  }

  @Operation('rescindMotion', {
    needs: 'secretary',
    summary: 'An adopted motion takes back what was adopted',
  })
  rescindMotion(
    @Id('motionId') id: string,
    @Body() body: ByMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RescindMotion', body), context);
  }

  @Operation('amendAdoptedMotion', {
    needs: 'secretary',
    summary: 'An adopted motion changes what was adopted',
  })
  amendAdoptedMotion(
    @Id('motionId') id: string,
    @Body() body: AmendMotionTextBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AmendAdoptedMotion', body), context);
  }
}
