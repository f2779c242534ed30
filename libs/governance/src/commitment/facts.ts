import type { CitedClause } from '../instrument/cited.ts';
import type { AtFact, Authority } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';

/** The motion that the command names as its authority; undefined where there is no such motion. */
export type MotionFact = Readonly<{ motion: CitedMotion | undefined }>;

/** The clause that the command names as its authority; undefined where there is no such instrument. */
export type ClauseFact = Readonly<{ clause: CitedClause | undefined }>;

/** The source that the command names as its authority; undefined where it is not registered. */
export type SourceFact = Readonly<{ source: Readonly<{ revision: number }> | undefined }>;

/** The body that the command names, and bodies and organizations among its parties, that are not in the record. */
export type PartiesFact = Readonly<{
  unknownBodyIds: readonly string[];
  unknownOrganizationIds: readonly string[];
}>;

/** In which zone a duration is counted: the body's. */
export type ZoneFact = Readonly<{ timeZone: string }>;

/** By what the command is recorded: the envelope's authority, and the motion that it names, where there is such. */
export type AuthorityFact = Readonly<{ authority: Authority | undefined; mandate?: CitedMotion | undefined }>;

/** What an authority is read from. */
export type BindingFacts = AtFact & MotionFact & ClauseFact & SourceFact;

/** What decisions on a commitment read besides its own stream; `streamsRead` says what a command needs. */
export type Facts = BindingFacts & PartiesFact & ZoneFact & AuthorityFact;
