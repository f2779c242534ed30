import type { DomainEvent, motion } from '#governance';
import type { MotionStatus } from './views.ts';

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
};

const byType: ReadonlyMap<string, MotionStatus> = new Map(Object.entries(statuses));

export const statusAfter = (type: DomainEvent['type']): MotionStatus | undefined => byType.get(type);
