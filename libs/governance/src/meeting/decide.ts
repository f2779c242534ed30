import type { Decision } from '../kernel/index.ts';
import { adjourn, postAdjournmentNotice } from './adjourn.ts';
import type { Adjourn, PostAdjournmentNotice } from './adjourn.ts';
import { admitOffAgendaItem } from './admit-off-agenda-item.ts';
import type { AdmitOffAgendaItem } from './admit-off-agenda-item.ts';
import { addAgendaItem, removeAgendaItem, reviseAgendaItem } from './agenda-items.ts';
import type { AddAgendaItem, RemoveAgendaItem, ReviseAgendaItem } from './agenda-items.ts';
import { approveMinutes } from './approve-minutes.ts';
import type { ApproveMinutes } from './approve-minutes.ts';
import { attestRecord } from './attest-record.ts';
import type { AttestRecord } from './attest-record.ts';
import { callToOrder } from './call-to-order.ts';
import type { CallToOrder } from './call-to-order.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import type { CancelMeeting } from './cancel-meeting.ts';
import { enterClosedSession, leaveClosedSession, reportClosedSession } from './closed-session.ts';
import type { EnterClosedSession, LeaveClosedSession, ReportClosedSession } from './closed-session.ts';
import { correctMinutes } from './correct-minutes.ts';
import type { CorrectMinutes } from './correct-minutes.ts';
import { distributeWriting } from './distribute-writing.ts';
import type { DistributeWriting } from './distribute-writing.ts';
import { draftMinutes } from './draft-minutes.ts';
import type { DraftMinutes } from './draft-minutes.ts';
import type { MeetingEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { giveNotice } from './give-notice.ts';
import type { GiveNotice } from './give-notice.ts';
import { closeItem, openItem } from './items.ts';
import type { CloseItem, OpenItem } from './items.ts';
import { postAgenda } from './post-agenda.ts';
import type { PostAgenda } from './post-agenda.ts';
import { closePublicComment, openPublicComment } from './public-comment.ts';
import type { ClosePublicComment, OpenPublicComment } from './public-comment.ts';
import { pullFromConsent } from './pull-from-consent.ts';
import type { PullFromConsent } from './pull-from-consent.ts';
import { establishQuorum, noteQuorumLost } from './quorum.ts';
import type { EstablishQuorum, NoteQuorumLost } from './quorum.ts';
import { recess, reconvene } from './recess.ts';
import type { Recess, Reconvene } from './recess.ts';
import { recordArrival } from './record-arrival.ts';
import type { RecordArrival } from './record-arrival.ts';
import { recordDeparture } from './record-departure.ts';
import type { RecordDeparture } from './record-departure.ts';
import { recordRecusal } from './record-recusal.ts';
import type { RecordRecusal } from './record-recusal.ts';
import { rescheduleMeeting } from './reschedule-meeting.ts';
import type { RescheduleMeeting } from './reschedule-meeting.ts';
import { appealRuling, overturnRuling, ruleFromChair, sustainRuling } from './rulings.ts';
import type { AppealRuling, OverturnRuling, RuleFromChair, SustainRuling } from './rulings.ts';
import { scheduleMeeting } from './schedule-meeting.ts';
import type { ScheduleMeeting } from './schedule-meeting.ts';
import { stateQuestion } from './state-question.ts';
import type { StateQuestion } from './state-question.ts';
import type { MeetingState } from './state.ts';
import { suspendRules } from './suspend-rules.ts';
import type { SuspendRules } from './suspend-rules.ts';

export type Command =
  | ScheduleMeeting
  | RescheduleMeeting
  | CancelMeeting
  | AddAgendaItem
  | ReviseAgendaItem
  | RemoveAgendaItem
  | PostAgenda
  | GiveNotice
  | DistributeWriting
  | CallToOrder
  | RecordArrival
  | RecordDeparture
  | EstablishQuorum
  | NoteQuorumLost
  | AdmitOffAgendaItem
  | OpenItem
  | CloseItem
  | PullFromConsent
  | OpenPublicComment
  | ClosePublicComment
  | EnterClosedSession
  | LeaveClosedSession
  | ReportClosedSession
  | RecordRecusal
  | StateQuestion
  | RuleFromChair
  | AppealRuling
  | SustainRuling
  | OverturnRuling
  | SuspendRules
  | Recess
  | Reconvene
  | Adjourn
  | PostAdjournmentNotice
  | DraftMinutes
  | ApproveMinutes
  | CorrectMinutes
  | AttestRecord;

type Decide<C> = (state: MeetingState, command: C, facts: Facts) => Decision<MeetingEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  ScheduleMeeting: scheduleMeeting,
  RescheduleMeeting: rescheduleMeeting,
  CancelMeeting: cancelMeeting,
  AddAgendaItem: addAgendaItem,
  ReviseAgendaItem: reviseAgendaItem,
  RemoveAgendaItem: removeAgendaItem,
  PostAgenda: postAgenda,
  GiveNotice: giveNotice,
  DistributeWriting: distributeWriting,
  CallToOrder: callToOrder,
  RecordArrival: recordArrival,
  RecordDeparture: recordDeparture,
  EstablishQuorum: establishQuorum,
  NoteQuorumLost: noteQuorumLost,
  AdmitOffAgendaItem: admitOffAgendaItem,
  OpenItem: openItem,
  CloseItem: closeItem,
  PullFromConsent: pullFromConsent,
  OpenPublicComment: openPublicComment,
  ClosePublicComment: closePublicComment,
  EnterClosedSession: enterClosedSession,
  LeaveClosedSession: leaveClosedSession,
  ReportClosedSession: reportClosedSession,
  RecordRecusal: recordRecusal,
  StateQuestion: stateQuestion,
  RuleFromChair: ruleFromChair,
  AppealRuling: appealRuling,
  SustainRuling: sustainRuling,
  OverturnRuling: overturnRuling,
  SuspendRules: suspendRules,
  Recess: recess,
  Reconvene: reconvene,
  Adjourn: adjourn,
  PostAdjournmentNotice: postAdjournmentNotice,
  DraftMinutes: draftMinutes,
  ApproveMinutes: approveMinutes,
  CorrectMinutes: correctMinutes,
  AttestRecord: attestRecord,
};

export const decide: Decide<Command> = (state, command, facts) =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
