import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { meeting } from '#governance';
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
import { WriteMeeting } from '../meetings/meeting.handler.ts';
import { ApproveMinutesBody, AttestRecordBody, CorrectMinutesBody } from './minutes.bodies.ts';

/** The minutes of a meeting: rendered from the record, never typed. */
@Resource('meetings', { id: 'meetingId', tag: 'Meetings', scope: { param: 'meetingId', of: 'meeting' } })
export class MinutesController extends CommandController<meeting.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMeeting);
  }

  @Operation('draftMinutes', {
    needs: 'secretary',
    summary: 'Render the minutes from what is recorded by now, in every language',
  })
  draftMinutes(
    @Id('meetingId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DraftMinutes', body), context);
  }

  @Operation('approveMinutes', {
    needs: 'secretary',
    summary: 'The body approves a draft: it is never altered after that',
  })
  approveMinutes(
    @Id('meetingId') id: string,
    @Body() body: ApproveMinutesBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ApproveMinutes', body), context);
  }

  @Operation('correctMinutes', {
    needs: 'secretary',
    summary: 'The body corrects approved minutes by a motion; the approved text stays',
  })
  correctMinutes(
    @Id('meetingId') id: string,
    @Body() body: CorrectMinutesBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CorrectMinutes', body), context);
  }

  @Operation('attestRecord', {
    needs: 'secretary',
    summary: 'A co-chair vouches for the minutes as they stand, by their hash',
  })
  attestRecord(
    @Id('meetingId') id: string,
    @Body() body: AttestRecordBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AttestRecord', body), context);
  }
}
