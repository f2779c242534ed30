import type { AuthorizedSeats, Composed } from '../body/roster.ts';
import type { AtFact, When } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';

/** The body of an instrument that is being registered; undefined where there is none of that name. */
export type BodyFact = Readonly<{ body: Readonly<{ timeZone: string }> | undefined }>;

/** The motion that is said to have decided something about the instrument; undefined where there is none. */
export type MotionFact = Readonly<{ motion: CitedMotion | undefined }>;

/** Organizations of the registry among those that the command or the instrument names. */
export type OrganizationsFact = Readonly<{
  organizations: ReadonlyMap<string, Readonly<{ classification?: string | undefined }>>;
}>;

/** The meeting before which provisions and costs were disclosed; undefined where there is none of that name. */
export type DisclosureFact = Readonly<{
  disclosure:
    | Readonly<{ revision: number; itemIds: ReadonlySet<string>; calledToOrder?: When | undefined }>
    | undefined;
}>;

/** Another instrument; undefined where there is none of that name. */
export type OtherInstrumentFact = Readonly<{
  other:
    | Readonly<{
        revision: number;
        /** Into which it is incorporated, from near to far. */ hosts: readonly string[];
      }>
    | undefined;
}>;

/** Whether the blob that the command names is kept. */
export type BlobFact = Readonly<{ blobHeld: boolean }>;

/** Whether the command says where its fact was read. */
export type SourceFact = Readonly<{ sourced: boolean }>;

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export type HashFact = Readonly<{ sha256: (text: string) => string }>;

/** The seats of the instrument's body as of `at`; undefined where it has none. */
export type ElectorateFact = Readonly<{ authorized: AuthorizedSeats | undefined }>;

/**
 * The seats of the instrument's body, where a rule of composition is bound: as of `at`, or as of the later time from
 * which it takes effect.
 */
export type ComposedFact = Readonly<{ composed?: Composed | undefined }>;

/** What decisions on an instrument read besides its own stream; `streamsRead` says which streams a command needs. */
export type Facts = AtFact &
  Readonly<{ instrumentId: string }> &
  BodyFact &
  MotionFact &
  OrganizationsFact &
  DisclosureFact &
  OtherInstrumentFact &
  BlobFact &
  SourceFact &
  HashFact &
  ElectorateFact &
  ComposedFact;
