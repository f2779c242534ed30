import type { DomainEvent, motion, Recorded } from '#governance';
import type { RowTable } from '../batched.ts';
import type { MotionStatus, MotionSummary } from './views.ts';

/** What lists of motions show and are filtered by. */
export type MotionRow = Readonly<{
  motion_id: string;
  position: number;
  body_id: string | null;
  title: string | null;
  status: MotionStatus;
  meeting_id: string | null;
  illustration: number;
}>;

export const motionRows: RowTable<MotionRow> = {
  table: 'motions',
  columns: ['motion_id', 'position', 'body_id', 'title', 'status', 'meeting_id', 'illustration'],
};

/** Where each event leads; ballots and the closing of a vote lead nowhere by themselves. */
const statuses: Partial<Record<motion.MotionEvent['type'], MotionStatus>> = {
  MotionDrafted: 'drafted',
  MotionSubmitted: 'submitted',
  MotionAgendized: 'agendized',
  MotionMoved: 'moved',
  MotionSeconded: 'pending',
  MotionLapsed: 'lapsed',
  MotionTabled: 'tabled',
  MotionTakenFromTable: 'pending',
  MotionPostponed: 'postponed',
  MotionPostponedIndefinitely: 'postponed_indefinitely',
  MotionResumed: 'pending',
  MotionReferred: 'referred',
  MotionReported: 'pending',
  MotionWithdrawn: 'withdrawn',
  VoteOpened: 'voting',
  VoteAborted: 'pending',
  MotionAdopted: 'adopted',
  MotionRejected: 'rejected',
  ConsensusCalled: 'seeking_consensus',
  ConsensusFailed: 'pending',
  ConsensusAborted: 'pending',
  MotionVoided: 'void',
};

const statusByType: ReadonlyMap<string, MotionStatus> = new Map(Object.entries(statuses));

export const statusAfter = (type: DomainEvent['type']): MotionStatus | undefined => statusByType.get(type);

/** A motion of which no event was seen before. */
const unseen = ({ streamId, position, envelope }: Recorded): MotionRow => ({
  motion_id: streamId,
  position,
  body_id: null,
  title: null,
  status: 'drafted',
  meeting_id: null,
  illustration: envelope.illustration ? 1 : 0,
});

function described(event: DomainEvent): Partial<MotionRow> {
  switch (event.type) {
    case 'MotionDrafted':
      return { body_id: event.bodyId, title: event.title };
    case 'MotionAgendized':
    case 'MotionMoved':
    case 'MotionResumed':
    case 'MotionTakenFromTable':
    case 'VoteOpened':
    case 'ConsensusCalled':
      return event.meetingId === undefined ? {} : { meeting_id: event.meetingId };
    default:
      return {};
  }
}

/** The row after an event that changes where the motion stands. */
export const rowAfter = (
  row: MotionRow | undefined,
  recorded: Recorded,
  status: MotionStatus,
): MotionRow => ({
  ...(row ?? unseen(recorded)),
  ...described(recorded.event),
  status,
});

export const summaryOf = (row: MotionRow): MotionSummary => ({
  motionId: row.motion_id,
  ...(row.body_id !== null && { bodyId: row.body_id }),
  ...(row.title !== null && { title: row.title }),
  status: row.status,
  ...(row.meeting_id !== null && { meetingId: row.meeting_id }),
  ...(row.illustration === 1 && { illustration: true }),
});
