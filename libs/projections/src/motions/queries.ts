import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/reads.ts';
import type { MotionStatus, MotionSummary, MotionView } from './views.ts';

export type MotionFilter = Readonly<{
  bodyId?: string | undefined;
  status?: MotionStatus | undefined;
  meetingId?: string | undefined;
}>;

/** Latest recorded first. */
export declare function listMotions(reads: Reads, request?: MotionFilter & PageRequest): Page<MotionSummary>;
export declare function getMotion(reads: Reads, motionId: string): MotionView | undefined;
