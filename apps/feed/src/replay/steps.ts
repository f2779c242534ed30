import type { body, meeting, motion, Recorded } from '#governance';
import { rowAfter, statusAfter } from '#projections';
import type { MotionRow, MotionStatus } from '#projections';

/** What of a meeting is a step of its body. */
export const meetingSteps = [
  'MeetingScheduled',
  'MeetingRescheduled',
  'MeetingCancelled',
  'MeetingCalledToOrder',
  'QuorumEstablished',
  'QuorumLost',
  'MeetingAdjourned',
] as const satisfies readonly meeting.MeetingEvent['type'][];

/** Answers come in rows; the closing of the vote tells what they come to. */
const answers = [
  'BallotRecorded',
  'BallotChanged',
  'BlocBallotRecorded',
  'AdvisoryBallotRecorded',
  'ElectionBallotRecorded',
  'ConsensusPositionRecorded',
  'ConsensusPositionChanged',
] as const satisfies readonly motion.MotionEvent['type'][];

export type StepType =
  | body.BodyEvent['type']
  | Exclude<motion.MotionEvent['type'], (typeof answers)[number]>
  | (typeof meetingSteps)[number];

/** How many motions stand where, and how many meetings were called to order, after a step. */
export type Totals = Readonly<{ motions: Readonly<Partial<Record<MotionStatus, number>>>; meetings: number }>;

/** What is said of a step besides its type. */
export type Told = Readonly<{ seatId?: string; name?: string; role?: body.Role; lang?: string }>;

const meetingTypes: ReadonlySet<string> = new Set(meetingSteps);
const answerTypes: ReadonlySet<string> = new Set(answers);

export const isStep = ({ category, event }: Recorded): boolean =>
  category === 'body' ||
  (category === 'motion' && !answerTypes.has(event.type)) ||
  (category === 'meeting' && meetingTypes.has(event.type));

/** The body of which a stream says, when it begins, that it belongs to it. */
export function bodyOf({ category, streamId, event }: Recorded): string | undefined {
  if (category === 'body') return streamId;
  return 'bodyId' in event && typeof event.bodyId === 'string' ? event.bodyId : undefined;
}

export function toldOf({ event, envelope: { lang } }: Recorded, before: Told = {}): Told {
  const names = event as Readonly<{ title?: string; name?: string; label?: string }>;
  const name = names.title ?? names.name ?? names.label ?? before.name;
  const { seatId } = event as Readonly<{ seatId?: string }>;
  const { role } = event as Readonly<{ role?: body.Role }>;
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof seatId === 'string' && { seatId }),
    ...(typeof role === 'string' && { role }),
    ...((lang ?? before.lang) !== undefined && { lang: lang ?? before.lang }),
  };
}

/** Something happened, at the latest, when it was recorded; of an unknown time nothing is learnt. */
export function clockAfter(clock: string, { envelope: { occurredAt }, recordedAt }: Recorded): string {
  const { precision, earliest, latest } = occurredAt;
  if (precision === 'unknown') return clock;
  const at = earliest <= recordedAt && recordedAt < latest ? recordedAt : latest;
  return at > clock ? at : clock;
}

export function motionAfter(recorded: Recorded, before: MotionRow | undefined): MotionRow | undefined {
  const leads = recorded.category === 'motion' ? statusAfter(recorded.event.type) : undefined;
  return leads === undefined ? before : rowAfter(before, recorded, leads);
}

export function totalsAfter(
  { motions, meetings }: Totals,
  type: string,
  was?: MotionStatus,
  is?: MotionStatus,
): Totals {
  const counts: Partial<Record<MotionStatus, number>> = { ...motions };
  if (was !== is && was !== undefined) counts[was] = (counts[was] ?? 0) - 1;
  if (was !== is && is !== undefined) counts[is] = (counts[is] ?? 0) + 1;
  const left = Object.entries(counts).filter(([, count]) => count > 0);
  return {
    motions: Object.fromEntries(left),
    meetings: meetings + Number(type === 'MeetingCalledToOrder'),
  };
}

export const noTotals: Totals = { motions: {}, meetings: 0 };
