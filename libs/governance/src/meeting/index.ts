import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { MeetingEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, initialState } from './state.ts';
import type { MeetingState } from './state.ts';

export const decider: Decider<MeetingState, MeetingEvent, Command, Facts> = {
  category: 'meeting',
  initialState,
  evolve,
  decide,
};

export type { Agenda, Item, Posting } from './agenda.ts';
export { attendanceAt } from './attendance-at.ts';
export type * from './attendance.ts';
export type { Command } from './decide.ts';
export { eventTypes } from './event-types.ts';
export * from './events.ts';
export type * from './facts.ts';
export { currentSha256, isAttested } from './minutes.ts';
export type { Minutes } from './minutes.ts';
export { statusOf } from './session.ts';
export type { MeetingStatus } from './session.ts';
export { presenceIntervals, presentAt } from './state.ts';
export type { MeetingState, Schedule } from './state.ts';
export { earlierMeeting, streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
export { suspendedRules } from './suspend-rules.ts';
export { noticeHours } from './notice-hours.ts';
export type { NoticeHours, NoticeSubject } from './notice-hours.ts';
export { givenNotices, noticeDemands, provenNotice } from './proven-notice.ts';
export type { Evidence, GivenNotice, NoticeDemand, NoticeVerdict, Vouched } from './proven-notice.ts';
