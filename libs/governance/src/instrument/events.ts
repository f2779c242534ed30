import type { When } from '../kernel/when.ts';
import type { Inconsistency } from '../tally/lint.ts';
import type { RuleTerms } from './bound-rule.ts';
import type { Operation } from './clause.ts';

export type * from './bound-rule.ts';
export type * from './clause.ts';

/**
 * `cba` is the contract whose articles are `cba_article`s; `framework` a text that a source calls so and that
 * nobody claims to have adopted as a rule.
 */
export const instrumentKinds = [
  'mou',
  'side_letter',
  'cba',
  'cba_article',
  'bylaws',
  'standing_rule',
  'board_resolution',
  'charge',
  'framework',
] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** How a party agrees. `none`: it signs, or is bound, without a ratification of its own. */
export const ratificationMethods = [
  'governing_board_vote',
  'membership_vote',
  'representative_vote',
  'officer_signature',
  'none',
  'unknown',
] as const;
export type RatificationMethod = (typeof ratificationMethods)[number];

/** A name under which others know the instrument (Popolo `identifiers`). */
export type Identifier = Readonly<{ scheme?: string; identifier: string }>;

/** Counts as a source states them; an answer of which it says nothing is left out. */
export type StatedCounts = Readonly<{ yes?: number; no?: number; abstain?: number; absent?: number }>;

/**
 * A decision that was taken outside this ledger. What its source does not tell is unknown: nothing is
 * concluded from "unanimously" but that nobody was against it.
 */
export type ExternalDecision = Readonly<{
  /** Who decided: an organization of the registry, a body of the ledger, or whoever the source names. */
  organizationId?: string;
  bodyId?: string;
  decidedBy?: string;
  counts: StatedCounts | 'unknown';
  unanimous?: true;
  sponsors?: readonly string[];
}>;

/** By what an instrument is adopted, changed or ended: a motion of this ledger, or a decision outside it. */
export type DecidedBy = Readonly<{
  byMotionId?: string;
  /** The vote, round of consensus or consent that adopted the motion, and the revision of its stream at which that was read. */
  voteEventId?: string;
  motionRevision?: number;
  external?: ExternalDecision;
}>;

/** The item of a public meeting at which provisions and costs were disclosed (meeting rule LR-02). */
export type Disclosure = Readonly<{ meetingId: string; itemId: string; meetingRevision: number }>;

export type InstrumentRegistered = Readonly<{
  type: 'InstrumentRegistered';
  kind: InstrumentKind;
  title: string;
  /** In which its dates are read: that of its body, where it has one. */
  timeZone: string;
  /** The body whose record it belongs to. */
  bodyId?: string;
  otherNames?: readonly string[];
  identifiers?: readonly Identifier[];
}>;
export type InstrumentPartyAdded = Readonly<{
  type: 'InstrumentPartyAdded';
  organizationId: string;
  ratificationMethod: RatificationMethod;
}>;
export type InstrumentVersionProposed = Readonly<{
  type: 'InstrumentVersionProposed';
  versionId: string;
  /** Absent for the first. */
  baseVersion?: string;
  label?: string;
  operations: readonly Operation[];
  /** Of the canonical consolidated text; names a blob. Absent where the text is not held. */
  fullTextSha256?: string;
  /** The ledger knows that there is such a version and not what it says. */
  textHeld?: false;
}>;
/** Further operations of a version that was proposed in the same append: one event could not hold all of them. */
export type InstrumentVersionContinued = Readonly<{
  type: 'InstrumentVersionContinued';
  versionId: string;
  operations: readonly Operation[];
}>;
export type InstrumentVersionAdopted = Readonly<
  DecidedBy & {
    type: 'InstrumentVersionAdopted';
    versionId: string;
    /** Organizations without whose ratification it does not come into force. */
    requiredParties: readonly string[];
    /** A proviso: not in force before. */
    effectiveFrom?: When;
    /** The end of its term. */
    until?: When;
    /** Nothing but `EnterIntoForce` brings it into force. */
    entryIntoForce?: 'separate';
    disclosure?: Disclosure;
  }
>;

/** Where a party's answer can be looked up: a motion of this ledger, or what a source calls it. */
export type VoteRef = Readonly<{ motionId?: string; motionRevision?: number; reference?: string }>;
type PartyAnswer = Readonly<{ versionId: string; organizationId: string; voteRef?: VoteRef }>;
export type PartyRatified = Readonly<PartyAnswer & { type: 'PartyRatified' }>;
export type PartyRejected = Readonly<PartyAnswer & { type: 'PartyRejected' }>;

export type InstrumentEnteredIntoForce = Readonly<{
  type: 'InstrumentEnteredIntoForce';
  versionId: string;
  from: When;
}>;
export type InstrumentForcePostponed = Readonly<
  DecidedBy & { type: 'InstrumentForcePostponed'; versionId: string; to: When }
>;
export type InstrumentProrogued = Readonly<
  DecidedBy & { type: 'InstrumentProrogued'; versionId: string; until: When }
>;
export type InstrumentExpired = Readonly<{ type: 'InstrumentExpired'; versionId: string }>;
export type InstrumentRepealed = Readonly<DecidedBy & { type: 'InstrumentRepealed' }>;
export type InstrumentIncorporated = Readonly<{
  type: 'InstrumentIncorporated';
  intoInstrument: string;
  asArticle?: string;
  hostRevision: number;
}>;
export type InstrumentSuperseded = Readonly<{
  type: 'InstrumentSuperseded';
  byInstrument: string;
  successorRevision: number;
}>;
export type RenditionPublished = Readonly<{
  type: 'RenditionPublished';
  versionId: string;
  lang: string;
  mime: string;
  sha256: string;
  /** Whether it is as good as the original: which text decides where languages differ. */
  authentic: boolean;
}>;
/** What is done is not what is written. Nobody amended anything: the clause stands, and so does the practice. */
export type PracticeDeparted = Readonly<{
  type: 'PracticeDeparted';
  clauseId?: string;
  /** As a source calls it, where the text is not held. */
  clauseLabel?: string;
  description: string;
}>;

/** The clause of a version states a rule. */
export type RuleBound = Readonly<{
  type: 'RuleBound';
  ruleId: string;
  clauseId: string;
  versionId: string;
  terms: RuleTerms;
  effectiveFrom: When;
  /** What the linter found, for the seats that there were then; the rule waits for an interpretation. */
  inconsistencies?: readonly Inconsistency[];
  /** Of the body with whose seats a rule of composition was compared (meeting rule SP-01). */
  bodyRevision?: number;
}>;
export type RuleReplaced = Readonly<{ type: 'RuleReplaced'; replaces: string } & Omit<RuleBound, 'type'>>;
/** Says how a rule is to be read, from then on. */
export type RuleInterpreted = Readonly<{
  type: 'RuleInterpreted';
  ruleId: string;
  reading: string;
  /** Who says so: the ruling of a chair, a motion, counsel, an arbitrator. */
  by: Readonly<{ kind: 'ruling' | 'motion' | 'counsel' | 'arbitration'; ref: string }>;
  /** The rule as it is read, where that is another than its words. */
  terms?: RuleTerms;
  /** As of a rule that is bound. */
  bodyRevision?: number;
}>;

export type InstrumentEvent =
  | InstrumentRegistered
  | InstrumentPartyAdded
  | InstrumentVersionProposed
  | InstrumentVersionContinued
  | InstrumentVersionAdopted
  | PartyRatified
  | PartyRejected
  | InstrumentEnteredIntoForce
  | InstrumentForcePostponed
  | InstrumentProrogued
  | InstrumentExpired
  | InstrumentRepealed
  | InstrumentIncorporated
  | InstrumentSuperseded
  | RenditionPublished
  | PracticeDeparted
  | RuleBound
  | RuleReplaced
  | RuleInterpreted;
