import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { meeting } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  AdmitOffAgendaItemBody,
  AppealRulingBody,
  ClosePublicCommentBody,
  EnterClosedSessionBody,
  ItemBody,
  LeaveClosedSessionBody,
  PublicCommentBody,
  PullFromConsentBody,
  RecordRecusalBody,
  ReportClosedSessionBody,
  RuleFromChairBody,
  DecideAppealBody,
  StateQuestionBody,
  SuspendRulesBody,
} from './meeting.bodies.ts';
import { WriteMeeting } from './meeting.handler.ts';

/** What happens while a meeting sits. */
@Resource('meetings', { id: 'meetingId', tag: 'Meetings', scope: { param: 'meetingId', of: 'meeting' } })
export class ProceedingsController extends CommandController<meeting.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteMeeting);
  }

  @Operation('openItem', { needs: 'secretary', summary: 'Take up an item' })
  openItem(
    @Id('meetingId') id: string,
    @Body() body: ItemBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OpenItem', body), context);
  }

  @Operation('closeItem', { needs: 'secretary', summary: 'Finish an item' })
  closeItem(
    @Id('meetingId') id: string,
    @Body() body: ItemBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('CloseItem', body), context);
  }

  @Operation('admitOffAgendaItem', { needs: 'secretary', summary: 'Admit an item that was not posted' })
  admitOffAgendaItem(
    @Id('meetingId') id: string,
    @Body() body: AdmitOffAgendaItemBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AdmitOffAgendaItem', body), context);
  }

  @Operation('pullFromConsent', { needs: 'secretary', summary: 'Pull an item from the consent calendar' })
  pullFromConsent(
    @Id('meetingId') id: string,
    @Body() body: PullFromConsentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('PullFromConsent', body), context);
  }

  @Operation('openPublicComment', { needs: 'secretary', summary: 'The public may speak' })
  openPublicComment(
    @Id('meetingId') id: string,
    @Body() body: PublicCommentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OpenPublicComment', body), context);
  }

  @Operation('closePublicComment', { needs: 'secretary', summary: 'The public has spoken' })
  closePublicComment(
    @Id('meetingId') id: string,
    @Body() body: ClosePublicCommentBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ClosePublicComment', body), context);
  }

  @Operation('enterClosedSession', { needs: 'secretary', summary: 'Enter a closed session' })
  enterClosedSession(
    @Id('meetingId') id: string,
    @Body() body: EnterClosedSessionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EnterClosedSession', body), context);
  }

  @Operation('leaveClosedSession', { needs: 'secretary', summary: 'Leave a closed session' })
  leaveClosedSession(
    @Id('meetingId') id: string,
    @Body() body: LeaveClosedSessionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('LeaveClosedSession', body), context);
  }

  @Operation('reportClosedSession', { needs: 'secretary', summary: 'Report out of closed session' })
  reportClosedSession(
    @Id('meetingId') id: string,
    @Body() body: ReportClosedSessionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ReportClosedSession', body), context);
  }

  @Operation('recordRecusal', { needs: 'secretary', summary: 'A seat stands aside from an item' })
  recordRecusal(
    @Id('meetingId') id: string,
    @Body() body: RecordRecusalBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RecordRecusal', body), context);
  }

  @Operation('stateQuestion', {
    needs: 'secretary',
    summary: 'The chair states the question: the motion is before the body',
  })
  stateQuestion(
    @Id('meetingId') id: string,
    @Body() body: StateQuestionBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('StateQuestion', body), context);
  }

  @Operation('ruleFromChair', { needs: 'secretary', summary: 'The chair rules on a question' })
  ruleFromChair(
    @Id('meetingId') id: string,
    @Body() body: RuleFromChairBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RuleFromChair', body), context);
  }

  @Operation('appealRuling', { needs: 'secretary', summary: 'A member appeals from a ruling' })
  appealRuling(
    @Id('meetingId') id: string,
    @Body() body: AppealRulingBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AppealRuling', body), context);
  }

  @Operation('suspendRules', {
    needs: 'secretary',
    summary: 'The body sets rules of order aside, for an item or until the adjournment',
  })
  suspendRules(
    @Id('meetingId') id: string,
    @Body() body: SuspendRulesBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SuspendRules', body), context);
  }

  @Operation('sustainRuling', { needs: 'secretary', summary: 'The body sustains a ruling' })
  sustainRuling(
    @Id('meetingId') id: string,
    @Body() body: DecideAppealBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SustainRuling', body), context);
  }

  @Operation('overturnRuling', { needs: 'secretary', summary: 'The body overturns a ruling' })
  overturnRuling(
    @Id('meetingId') id: string,
    @Body() body: DecideAppealBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('OverturnRuling', body), context);
  }
}
