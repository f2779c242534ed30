import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { motion } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AdoptByConsentCalendarBody,
  DeclareUnanimousConsentBody,
  ObjectToUnanimousConsentBody,
} from './consent.bodies.ts';
import { InMeetingBody } from './motion.bodies.ts';
import { WriteMotion } from './motion.handler.ts';

/** What the body decides without a vote, and together. */
@Resource('motions', { id: 'motionId', tag: 'Motions', scope: { param: 'motionId', of: 'motion' } })
export class ConsentController extends CommandController<motion.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMotion);
  }

  @Operation('declareUnanimousConsent', {
    needs: 'secretary',
    summary: 'Nobody objects: the motion is adopted without a vote',
  })
  declareUnanimousConsent(
    @Id('motionId') id: string,
    @Body() body: DeclareUnanimousConsentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DeclareUnanimousConsent', body), context);
  }

  @Operation('objectToUnanimousConsent', {
    needs: 'secretary',
    summary: 'A member objects to unanimous consent, so the body votes',
  })
  objectToUnanimousConsent(
    @Id('motionId') id: string,
    @Body() body: ObjectToUnanimousConsentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ObjectToUnanimousConsent', body), context);
  }

  @Operation('compileConsentCalendar', {
    needs: 'secretary',
    summary: 'The motion is to adopt the consent items of a meeting that nobody has pulled',
  })
  compileConsentCalendar(
    @Id('motionId') id: string,
    @Body() body: InMeetingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CompileConsentCalendar', body), context);
  }

  @Operation('adoptByConsentCalendar', {
    needs: 'secretary',
    summary: 'The motion is adopted with the consent calendar that names it',
  })
  adoptByConsentCalendar(
    @Id('motionId') id: string,
    @Body() body: AdoptByConsentCalendarBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AdoptByConsentCalendar', body), context);
  }
}
