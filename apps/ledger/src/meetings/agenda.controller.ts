import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { meeting } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AgendaItemBody,
  CancelMeetingBody,
  DistributeWritingBody,
  GiveNoticeBody,
  ItemBody,
  PostAgendaBody,
  RescheduleMeetingBody,
  ScheduleMeetingBody,
} from './meeting.bodies.ts';
import { WriteMeeting } from './meeting.handler.ts';

/** What is said of a meeting before it is held. */
@Resource('meetings', { id: 'meetingId', tag: 'Meetings', scope: { param: 'meetingId', of: 'meeting' } })
export class AgendaController extends CommandController<meeting.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMeeting);
  }

  @Operation('scheduleMeeting', {
    needs: 'secretary',
    summary: 'Call a meeting for a time',
    of: { field: 'bodyId' },
  })
  scheduleMeeting(
    @Id('meetingId') id: string,
    @Body() body: ScheduleMeetingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ScheduleMeeting', body), context);
  }

  @Operation('rescheduleMeeting', { needs: 'secretary', summary: 'Move a meeting to another time' })
  rescheduleMeeting(
    @Id('meetingId') id: string,
    @Body() body: RescheduleMeetingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RescheduleMeeting', body), context);
  }

  @Operation('cancelMeeting', { needs: 'secretary', summary: 'Call a meeting off' })
  cancelMeeting(
    @Id('meetingId') id: string,
    @Body() body: CancelMeetingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CancelMeeting', body), context);
  }

  @Operation('addAgendaItem', { needs: 'secretary', summary: 'Put an item on the agenda' })
  addAgendaItem(
    @Id('meetingId') id: string,
    @Body() body: AgendaItemBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AddAgendaItem', body), context);
  }

  @Operation('reviseAgendaItem', { needs: 'secretary', summary: 'Replace an item of the agenda' })
  reviseAgendaItem(
    @Id('meetingId') id: string,
    @Body() body: AgendaItemBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReviseAgendaItem', body), context);
  }

  @Operation('removeAgendaItem', { needs: 'secretary', summary: 'Take an item off the agenda' })
  removeAgendaItem(
    @Id('meetingId') id: string,
    @Body() body: ItemBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RemoveAgendaItem', body), context);
  }

  @Operation('postAgenda', { needs: 'secretary', summary: 'Record that the agenda was posted' })
  postAgenda(
    @Id('meetingId') id: string,
    @Body() body: PostAgendaBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PostAgenda', body), context);
  }

  @Operation('giveNotice', { needs: 'secretary', summary: 'Record that notice was given' })
  giveNotice(
    @Id('meetingId') id: string,
    @Body() body: GiveNoticeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('GiveNotice', body), context);
  }

  @Operation('distributeWriting', { needs: 'secretary', summary: 'Record that a writing went to members' })
  distributeWriting(
    @Id('meetingId') id: string,
    @Body() body: DistributeWritingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DistributeWriting', body), context);
  }
}
