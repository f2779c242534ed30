import type { body, meeting, motion, Recorded } from '#governance';
import { v01 } from '#projections/testing';
import { minutesOf } from '../document/minutes-of.ts';
import { plainText } from '../render/markdown.ts';
import { render } from '../render/render.ts';

type MotionEvents = readonly Recorded<motion.MotionEvent>[];
export type MotionEvent = motion.MotionEvent;

const { meetingId, textSha256, concurrentMajority: rule } = v01;
const eligibility = { constituencyIds: [], seats: [], authorized: [] } as unknown as motion.Eligibility;
export const pinned = { meetingId, textSha256, rule, eligibility, rosterRevision: 1, meetingRevision: 1 };
export const quorum = { pass: true, tests: [] } as unknown as motion.UnanimousConsentDeclared['quorum'];

/** The minutes of the meeting of vector V01 before its vote, with what else came before it. */
export function minutesWith(
  others: Readonly<Record<string, readonly MotionEvent[]>>,
  proceedings: readonly meeting.MeetingEvent[] = [],
) {
  const { record, meet } = v01.meetingBeforeVote();
  for (const [id, events] of Object.entries(others))
    for (const event of events) record.add('motion', id, event, { at: v01.minutes(20) });
  for (const event of proceedings) record.add('meeting', meetingId, event, { at: v01.minutes(25) });
  meet(60, { type: 'Adjourn' });
  const of = (stream: string): readonly Recorded[] => record.events.filter((one) => one.stream === stream);
  const ids = [v01.motionId, ...Object.keys(others).filter((id) => id !== v01.motionId)];
  return minutesOf({
    meetingId,
    bodyId: v01.committeeId,
    meeting: of(`meeting-${meetingId}`) as readonly Recorded<meeting.MeetingEvent>[],
    body: of(`body-${v01.committeeId}`) as readonly Recorded<body.BodyEvent>[],
    motions: new Map(ids.map((id) => [id, of(`motion-${id}`) as MotionEvents])),
    previousMinutes: [],
    previousCorrections: [],
  })!;
}

export const drafted = (title: string, more: Partial<motion.MotionDrafted> = {}): MotionEvent => ({
  type: 'MotionDrafted',
  bodyId: v01.committeeId,
  title,
  text: 'To add “At once.”.',
  textSha256,
  classification: 'main',
  ...more,
});
export const moved: readonly MotionEvent[] = [
  { type: 'MotionMoved', meetingId, seatId: 'lausd-3' },
  { type: 'MotionSeconded', seatId: 'utla-3' },
];
/** The Markdown as readers see it, in both languages. */
export const texts = (minutes: ReturnType<typeof minutesWith>) => {
  const text = (lang: string): string =>
    plainText(
      render(minutes)
        .renditions.find((one) => one.lang === lang && one.format === 'markdown')!
        .bytes.toString(),
    );
  return { en: text('en'), es: text('es') };
};
