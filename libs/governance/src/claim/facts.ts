import type { AtFact, Authority } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';

/** The source that the command or the claim names; undefined where it is not registered. */
export type SourceFact = Readonly<{
  source: Readonly<{ publisher: string; revision: number }> | undefined;
}>;

/** Whether the source is registered in which the publisher takes the claim back; true where none is named. */
export type RetractionFact = Readonly<{ retractedInKnown: boolean }>;

/** The plain text of that source, where it is kept. */
export type SourceTextFact = Readonly<{ sourceText: string | undefined }>;

/** The claim itself: its id stands in the stream's name, not in its state. */
export type ClaimIdFact = Readonly<{ claimId: string }>;

/** Of the claims that the command names, those that are recorded. */
export type ClaimsFact = Readonly<{ claimIds: ReadonlySet<string> }>;

/** Whether the event that the command names is in the record. */
export type FactFact = Readonly<{ factIsRecorded: boolean }>;

/** By what the command is recorded: the envelope's authority, and the motion that it names, where there is such. */
export type AuthorityFact = Readonly<{ authority: Authority | undefined; mandate?: CitedMotion | undefined }>;

/** What decisions on a claim read besides its own stream; `streamsRead` says what a command needs. */
export type Facts = AtFact &
  SourceFact &
  RetractionFact &
  SourceTextFact &
  ClaimIdFact &
  ClaimsFact &
  FactFact &
  AuthorityFact;
