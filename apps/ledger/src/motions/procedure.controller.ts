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
import { WriteMotion } from './motion.handler.ts';
import {
  AmendMotionTextBody,
  ByMotionBody,
  DivideQuestionBody,
  GivePreviousNoticeBody,
  LimitDebateBody,
  RuleMotionOutOfOrderBody,
  TakeUpPartBody,
} from './procedure.bodies.ts';

/** What other motions and rulings do to a motion before it is decided. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class ProcedureController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('givePreviousNotice', {
    needs: 'secretary',
    summary: 'Members are told before the meeting that the motion will come up',
  })
  givePreviousNotice(
    @Id('motionId') id: string,
    @Body() body: GivePreviousNoticeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('GivePreviousNotice', body), context);
  }

  @Operation('amendMotionText', {
    needs: 'secretary',
    summary: 'An adopted amendment changes the text of the motion',
  })
  amendMotionText(
    @Id('motionId') id: string,
    @Body() body: AmendMotionTextBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AmendMotionText', body), context);
  }

  @Operation('ruleMotionOutOfOrder', {
    needs: 'secretary',
    summary: 'The chair ruled that the motion is out of order',
  })
  ruleMotionOutOfOrder(
    @Id('motionId') id: string,
    @Body() body: RuleMotionOutOfOrderBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RuleMotionOutOfOrder', body), context);
  }

  @Operation('reinstateMotion', {
    needs: 'secretary',
    summary: 'The ruling was overturned: the motion is before the body again',
  })
  reinstateMotion(
    @Id('motionId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReinstateMotion', body), context);
  }

  @Operation('orderPreviousQuestion', {
    needs: 'secretary',
    summary: 'Debate and amendment of the motion are over until it is decided',
  })
  orderPreviousQuestion(
    @Id('motionId') id: string,
    @Body() body: ByMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OrderPreviousQuestion', body), context);
  }

  @Operation('limitDebate', { needs: 'secretary', summary: 'Debate of the motion is limited, or extended' })
  limitDebate(
    @Id('motionId') id: string,
    @Body() body: LimitDebateBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('LimitDebate', body), context);
  }

  @Operation('divideQuestion', { needs: 'secretary', summary: 'The question is divided into parts' })
  divideQuestion(
    @Id('motionId') id: string,
    @Body() body: DivideQuestionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DivideQuestion', body), context);
  }

  @Operation('takeUpPart', {
    needs: 'secretary',
    summary: 'A part of a divided question becomes a motion of its own',
    of: { field: 'bodyId' },
  })
  takeUpPart(
    @Id('motionId') id: string,
    @Body() body: TakeUpPartBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('TakeUpPart', body), context);
  }

  @Operation('dischargeCommittee', {
    needs: 'secretary',
    summary: 'The body takes the motion back from its committee',
  })
  dischargeCommittee(
    @Id('motionId') id: string,
    @Body() body: ByMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DischargeCommittee', body), context);
  }
}
