import type { WriteContext } from '#recording';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import type { Plan } from './plan.ts';

/** A whole meeting, and who asks to record it. */
export type EntryRequest = Readonly<{
  plan: Plan;
  context: WriteContext;
  /** The revision of the meeting on which it was typed, where the client says so. */
  onRevision: number | undefined;
}>;

/** A meeting that is in the record whole. */
export type RecordedMeeting = Readonly<{
  correlationId: string;
  /** Of its last event. */
  position: string;
  lines: readonly LineOutcomeBody[];
}>;

/** Somebody recorded something else meanwhile: nothing was recorded, and all is to be tried again on that. */
export class Overtaken extends Error {}
