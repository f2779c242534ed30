import type { When } from '#governance';
import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/reads.ts';
import type { MeetingStatus, MeetingSummary, MeetingView } from './views.ts';

export type MeetingFilter = Readonly<{
  bodyId?: string | undefined;
  status?: MeetingStatus | undefined;
  /** Meetings that began, or may have begun, at or after this time. */
  from?: When | undefined;
  /** Meetings that began, or may have begun, at or before this time (a day: before its end). */
  to?: When | undefined;
}>;

/** Latest first. */
export declare function listMeetings(
  reads: Reads,
  request?: MeetingFilter & PageRequest,
): Page<MeetingSummary>;
export declare function getMeeting(reads: Reads, meetingId: string): MeetingView | undefined;
