import type { Reads } from '../runtime/reads.ts';
import type { MotionTimeline } from './views.ts';

/** Every event of a motion, in order. */
export declare function motionTimeline(reads: Reads, motionId: string): MotionTimeline | undefined;
