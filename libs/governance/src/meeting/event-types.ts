import type { MeetingEvent } from './events.ts';

const named: Readonly<Record<MeetingEvent['type'], true>> = {
  MeetingScheduled: true,
  MeetingRescheduled: true,
  MeetingCancelled: true,
  AgendaItemAdded: true,
  AgendaItemRevised: true,
  AgendaItemRemoved: true,
  AgendaPosted: true,
  NoticeGiven: true,
  WritingDistributed: true,
  MeetingCalledToOrder: true,
  MemberArrived: true,
  MemberDeparted: true,
  QuorumEstablished: true,
  QuorumLost: true,
  OffAgendaItemAdmitted: true,
  AgendaItemOpened: true,
  AgendaItemClosed: true,
  ItemPulledFromConsent: true,
  PublicCommentOpened: true,
  PublicCommentClosed: true,
  ClosedSessionEntered: true,
  ClosedSessionLeft: true,
  ClosedSessionReported: true,
  RecusalRecorded: true,
  ChairRuled: true,
  RulingAppealed: true,
  RulingSustained: true,
  RulingOverturned: true,
  MeetingRecessed: true,
  MeetingReconvened: true,
  MeetingAdjourned: true,
  AdjournmentNoticePosted: true,
};

/** The names of all events of a meeting; the compiler sees to it that none is missing. */
export const eventTypes = Object.keys(named) as readonly MeetingEvent['type'][];
