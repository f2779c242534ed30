import type { AtFact, Authority, When } from '../kernel/index.ts';

/** The motion that the command names as its authority; undefined where there is no such motion. */
export type MotionFact = Readonly<{
  motion:
    | Readonly<{
        revision: number;
        /** Absent where it is not adopted, or no longer. */
        adoptedAt?: When | undefined;
      }>
    | undefined;
}>;

/** The source that the command names as its authority; undefined where it is not registered. */
export type SourceFact = Readonly<{ source: Readonly<{ revision: number }> | undefined }>;

/** The body that the command names, and bodies and organizations among its parties, that are not in the record. */
export type PartiesFact = Readonly<{
  unknownBodyIds: readonly string[];
  unknownOrganizationIds: readonly string[];
}>;

/** In which zone a duration is counted: the body's. */
export type ZoneFact = Readonly<{ timeZone: string }>;

/** By what the command is recorded: the envelope's authority. */
export type AuthorityFact = Readonly<{ authority: Authority | undefined }>;

/** What decisions on a commitment read besides its own stream; `streamsRead` says what a command needs. */
export type Facts = AtFact & MotionFact & SourceFact & PartiesFact & ZoneFact & AuthorityFact;
