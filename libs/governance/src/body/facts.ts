import type { GoverningFact } from '../instrument/governing.ts';
import type { AtFact, Authority } from '../kernel/index.ts';
import { carries } from '../motion/cited.ts';
import type { CitedMotion } from '../motion/cited.ts';

/** The body itself: its id stands in the stream's name, not in its state. */
export type BodyIdFact = Readonly<{ bodyId: string }>;

/** Of the organizations that the command names, those that are registered. */
export type OrganizationsFact = Readonly<{ organizationIds: ReadonlySet<string> }>;

/** The parent or the successor that the command names, where it is established; its ancestors from near to far. */
export type RelatedBodyFact = Readonly<{
  relatedBody: Readonly<{ ancestorIds: readonly string[] }> | undefined;
}>;

/** By what the command is recorded: the envelope's authority, and the motion that it names, where there is such. */
export type AuthorityFact = Readonly<{ authority: Authority | undefined; mandate?: CitedMotion | undefined }>;

/** The instrument that the command names; left out where there is none of that name. */
export type InstrumentFact = Readonly<{ instrument?: Readonly<{ revision: number }> | undefined }>;

/** Of the persons in the seat that the command names, those who are minors. */
export type MinorsFact = Readonly<{ minorIds?: ReadonlySet<string> }>;

/** What decisions on a body read besides its own stream; `streamsRead` says what a command needs. */
export type Facts = AtFact &
  BodyIdFact &
  OrganizationsFact &
  RelatedBodyFact &
  AuthorityFact &
  InstrumentFact &
  GoverningFact &
  MinorsFact;

/** A clause stands behind the command, or a motion that carries it; not only the office of who records it. */
export const hasMandate = ({ authority, mandate }: AuthorityFact): boolean =>
  authority?.kind === 'clause' || (mandate !== undefined && carries.includes(mandate.status));
