import type { Regime } from '../body/events.ts';
import type { AtFact, When } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';

/** The body that acted: its zone, and its open-meeting regime when it is challenged; undefined where there is none. */
export type BodyFact = Readonly<{ body: Readonly<{ timeZone: string; regime: Regime }> | undefined }>;

/** The motion that the command names; undefined where there is no such motion. */
export type MotionFact = Readonly<{ motion: CitedMotion | undefined }>;

/** The meeting that the command names; undefined where there is no such meeting. */
export type MeetingFact = Readonly<{
  meeting:
    Readonly<{ bodyId: string; revision: number; startsAt: When; itemIds: ReadonlySet<string> }> | undefined;
}>;

/** The open-meeting law of the body, which selects the rules on challenges. */
export type RegimeFact = Readonly<{ regime?: Regime }>;

/** What decisions on a challenge read besides its own stream; `streamsRead` says what a command needs. */
export type Facts = AtFact & BodyFact & MotionFact & MeetingFact & RegimeFact;
