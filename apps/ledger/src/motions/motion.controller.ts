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
  AgendizeMotionBody,
  ByOptionalMotionBody,
  DraftMotionBody,
  InMeetingBody,
  MoveMotionBody,
  OptionalSeatBody,
  PostponeMotionBody,
  ReferMotionBody,
  ReportMotionBody,
  ReviseMotionTextBody,
  SecondMotionBody,
  TableMotionBody,
  TakeFromTableBody,
  WithdrawMotionBody,
} from './motion.bodies.ts';
import { WriteMotion } from './motion.handler.ts';

/** A motion on its way to the question. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class MotionController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('draftMotion', { needs: 'secretary', summary: 'Draft a motion', of: { field: 'bodyId' } })
  draftMotion(
    @Id('motionId') id: string,
    @Body() body: DraftMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DraftMotion', body), context);
  }

  @Operation('reviseMotionText', { needs: 'secretary', summary: 'Change the text of a draft' })
  reviseMotionText(
    @Id('motionId') id: string,
    @Body() body: ReviseMotionTextBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReviseMotionText', body), context);
  }

  @Operation('submitMotion', { needs: 'secretary', summary: 'Submit a draft to the body' })
  submitMotion(
    @Id('motionId') id: string,
    @Body() body: OptionalSeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SubmitMotion', body), context);
  }

  @Operation('agendizeMotion', { needs: 'secretary', summary: 'Put a motion on the agenda of a meeting' })
  agendizeMotion(
    @Id('motionId') id: string,
    @Body() body: AgendizeMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AgendizeMotion', body), context);
  }

  @Operation('moveMotion', { needs: 'secretary', summary: 'A member moves the motion' })
  moveMotion(
    @Id('motionId') id: string,
    @Body() body: MoveMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('MoveMotion', body), context);
  }

  @Operation('secondMotion', {
    needs: 'secretary',
    summary: 'A member seconds the motion, or the rules exempt it',
  })
  secondMotion(
    @Id('motionId') id: string,
    @Body() body: SecondMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SecondMotion', body), context);
  }

  @Operation('lapseMotion', { needs: 'secretary', summary: 'The motion lapses for want of a second' })
  lapseMotion(
    @Id('motionId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('LapseMotion', body), context);
  }

  @Operation('withdrawMotion', { needs: 'secretary', summary: 'The motion is withdrawn' })
  withdrawMotion(
    @Id('motionId') id: string,
    @Body() body: WithdrawMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('WithdrawMotion', body), context);
  }

  @Operation('tableMotion', { needs: 'secretary', summary: 'The body lays the motion on the table' })
  tableMotion(
    @Id('motionId') id: string,
    @Body() body: TableMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('TableMotion', body), context);
  }

  @Operation('takeFromTable', { needs: 'secretary', summary: 'The body takes the motion from the table' })
  takeFromTable(
    @Id('motionId') id: string,
    @Body() body: TakeFromTableBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('TakeFromTable', body), context);
  }

  @Operation('postponeMotion', { needs: 'secretary', summary: 'The body postpones the motion to a time' })
  postponeMotion(
    @Id('motionId') id: string,
    @Body() body: PostponeMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PostponeMotion', body), context);
  }

  @Operation('postponeIndefinitely', {
    needs: 'secretary',
    summary: 'The body postpones the motion indefinitely',
  })
  postponeIndefinitely(
    @Id('motionId') id: string,
    @Body() body: ByOptionalMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PostponeIndefinitely', body), context);
  }

  @Operation('resumeMotion', { needs: 'secretary', summary: 'A postponed motion comes up again' })
  resumeMotion(
    @Id('motionId') id: string,
    @Body() body: InMeetingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ResumeMotion', body), context);
  }

  @Operation('referMotion', { needs: 'secretary', summary: 'The body refers the motion to a committee' })
  referMotion(
    @Id('motionId') id: string,
    @Body() body: ReferMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReferMotion', body), context);
  }

  @Operation('reportMotion', { needs: 'secretary', summary: 'The committee reports on the motion' })
  reportMotion(
    @Id('motionId') id: string,
    @Body() body: ReportMotionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReportMotion', body), context);
  }
}
