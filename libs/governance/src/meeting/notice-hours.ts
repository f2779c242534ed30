import type { MeetingType, NoticeGiven, Place } from './events.ts';
import { noticeRules } from './notice.ts';
import { emergencyHours } from './notice-by-call.ts';

/** What is posted, or to whom notice is given. */
export type NoticeSubject = 'agenda' | NoticeGiven['audience'];

/** Hours before a meeting that a rule of the law demands of one kind of notice. */
export type NoticeHours = Readonly<{
  ruleId: 'BA-01' | 'BA-02' | 'BA-04' | 'GA-01';
  of: NoticeSubject;
  requiredHours: number;
  /** Of an agenda: where it is posted. */
  places: readonly Place['kind'][];
}>;

const ofAgenda = (meetingType: MeetingType): readonly NoticeHours[] =>
  noticeRules[meetingType].map(({ ruleId, requiredHours, places }) => ({
    ruleId,
    of: 'agenda',
    requiredHours,
    places,
  }));

const toMembers = noticeRules.special
  .filter(({ ruleId }) => ruleId === 'BA-02')
  .map(({ ruleId, requiredHours }) => ({ ruleId, of: 'members', requiredHours, places: [] }) as const);

const toMedia = { ruleId: 'BA-04', of: 'media', requiredHours: emergencyHours, places: [] } as const;

/** Which media asked for notice of special meetings is on no record; of emergencies all are told. */
export const noticeHours: Readonly<Record<MeetingType, readonly NoticeHours[]>> = {
  regular: ofAgenda('regular'),
  special: [...ofAgenda('special'), ...toMembers],
  emergency: [...ofAgenda('emergency'), toMedia],
  adjourned: ofAgenda('adjourned'),
};
