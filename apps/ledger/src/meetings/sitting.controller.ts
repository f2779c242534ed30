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
import {
  AdjournBody,
  CallToOrderBody,
  PostAdjournmentNoticeBody,
  QuorumBody,
  RecessBody,
  RecordArrivalBody,
  SeatBody,
} from './meeting.bodies.ts';
import { WriteMeeting } from './meeting.handler.ts';

/** Who sits, and for how long. */
@Resource('meetings', { id: 'meetingId', tag: 'Meetings', scope: { param: 'meetingId', of: 'meeting' } })
export class SittingController extends CommandController<meeting.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMeeting);
  }

  @Operation('callToOrder', {
    needs: 'secretary',
    summary: 'The presiding officer calls the meeting to order',
  })
  callToOrder(
    @Id('meetingId') id: string,
    @Body() body: CallToOrderBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CallToOrder', body), context);
  }

  @Operation('recordArrival', { needs: 'secretary', summary: 'A member or an alternate arrives' })
  recordArrival(
    @Id('meetingId') id: string,
    @Body() body: RecordArrivalBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordArrival', body), context);
  }

  @Operation('recordDeparture', { needs: 'secretary', summary: 'Whoever sits in a seat departs' })
  recordDeparture(
    @Id('meetingId') id: string,
    @Body() body: SeatBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordDeparture', body), context);
  }

  @Operation('establishQuorum', { needs: 'secretary', summary: 'Note that a quorum is present' })
  establishQuorum(
    @Id('meetingId') id: string,
    @Body() body: QuorumBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EstablishQuorum', body), context);
  }

  @Operation('noteQuorumLost', { needs: 'secretary', summary: 'Note that the quorum is lost' })
  noteQuorumLost(
    @Id('meetingId') id: string,
    @Body() body: QuorumBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('NoteQuorumLost', body), context);
  }

  @Operation('recess', { needs: 'secretary', summary: 'The meeting recesses' })
  recess(
    @Id('meetingId') id: string,
    @Body() body: RecessBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Recess', body), context);
  }

  @Operation('reconvene', { needs: 'secretary', summary: 'The meeting goes on after a recess' })
  reconvene(
    @Id('meetingId') id: string,
    @Body() body: CommandBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Reconvene', body), context);
  }

  @Operation('adjourn', { needs: 'secretary', summary: 'The meeting ends' })
  adjourn(
    @Id('meetingId') id: string,
    @Body() body: AdjournBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('Adjourn', body), context);
  }

  @Operation('postAdjournmentNotice', {
    needs: 'secretary',
    summary: 'Record that the adjournment was posted',
  })
  postAdjournmentNotice(
    @Id('meetingId') id: string,
    @Body() body: PostAdjournmentNoticeBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PostAdjournmentNotice', body), context);
  }
}
