import type { Regime } from '../body/events.ts';
import type { AtFact, When } from '../kernel/index.ts';

/** The body that acted: its zone, and its open-meeting regime when it is challenged; undefined where there is none. */
export type BodyFact = Readonly<{ body: Readonly<{ timeZone: string; regime: Regime }> | undefined }>;

/** A motion that the command names, and what of it matters here; undefined where there is no such motion. */
export type MotionFact = Readonly<{
  motion:
    | Readonly<{
        bodyId: string;
        revision: number;
        /** When it was disposed of; absent where it is not. */
        actedAt?: When | undefined;
        adopted: boolean;
        /** The motion that it cures. */
        cures?: string | undefined;
      }>
    | undefined;
}>;

/** The meeting that the command names; undefined where there is no such meeting. */
export type MeetingFact = Readonly<{
  meeting: Readonly<{ bodyId: string; revision: number; startsAt: When }> | undefined;
}>;

/** What decisions on a challenge read besides its own stream; `streamsRead` says what a command needs. */
export type Facts = AtFact & BodyFact & MotionFact & MeetingFact;
