import type { instrument, When } from '#governance';
import type { Provenance } from '../provenance.ts';

/**
 * Where a version stands at a time. `adopted` waits for ratifications, `ratified` for its day; which of them end
 * the force of a version is told apart.
 */
export type VersionStatus =
  | 'proposed'
  | 'adopted'
  | 'ratified'
  | 'rejected'
  | 'in_force'
  | 'possibly_in_force'
  | 'replaced'
  | 'expired'
  | 'repealed'
  | 'superseded';

/** Who adopted a version: a motion of this ledger, with its decision, or somebody outside it. */
export type AdoptedBy = Readonly<{
  byMotionId?: string;
  /** As in `getDecision`, where a vote adopted the motion. */
  decisionId?: string;
  external?: instrument.ExternalDecision;
  adoptedAt: When;
}>;

/** The version in force, or one that may be, as far as the dates are known. */
export type InForceView = Readonly<{
  versionId: string;
  certainty: 'certain' | 'possible';
  since: When;
  until?: When;
}>;

export type InstrumentSummary = Readonly<{
  instrumentId: string;
  kind: instrument.InstrumentKind;
  title: string;
  bodyId?: string;
  /** One, where all dates are known; none where nothing is in force. */
  inForce: readonly InForceView[];
  /** The last version of the chain, in force or not. */
  head?: string;
  incorporated?: Readonly<{ intoInstrument: string; asArticle?: string; at: When }>;
  ending?: instrument.Ending;
}>;

export type VersionView = Readonly<{
  versionId: string;
  label?: string;
  baseVersion?: string;
  status: VersionStatus;
  proposedAt?: When;
  adopted?: AdoptedBy &
    Readonly<{
      requiredParties: readonly string[];
      effectiveFrom?: When;
      motionRevision?: number;
      disclosure?: instrument.Disclosure;
    }>;
  inForceFrom?: When;
  until?: When;
  expiredAt?: When;
  /** False: the ledger does not know what it says. */
  textHeld: boolean;
  /** Of the canonical consolidated text, which is kept under this name. */
  fullTextSha256?: string;
  clauses: number;
  renditions: readonly Omit<instrument.Rendition, 'versionId'>[];
}>;

export type PracticeDepartureView = Omit<instrument.PracticeDeparted, 'type'> &
  Readonly<{ provenance: Provenance }>;

export type InstrumentView = InstrumentSummary &
  Readonly<{
    asOf: When;
    knownAt?: string;
    revision: number;
    timeZone: string;
    otherNames?: readonly string[];
    identifiers?: readonly instrument.Identifier[];
    parties: readonly Omit<instrument.InstrumentPartyAdded, 'type'>[];
    versions: readonly VersionView[];
    practiceDepartures: readonly PracticeDepartureView[];
    provenance: Provenance;
  }>;

/** A clause as it stands in a version, and what put it there. */
export type ClauseView = instrument.ClauseText &
  Readonly<{
    putBy: Partial<AdoptedBy> &
      Readonly<{
        versionId: string;
        /** Since when the version that put it there is, or was, in force. */
        inForceSince?: When;
      }>;
    practiceDepartures?: readonly PracticeDepartureView[];
  }>;

export type InstrumentTextView = Readonly<{
  instrumentId: string;
  title: string;
  asOf: When;
  knownAt?: string;
  /** Absent where nothing is in force then, and no version was asked for. */
  version?: VersionView;
  inForce: readonly InForceView[];
  clauses: readonly ClauseView[];
}>;

export type ClauseChange = 'inserted' | 'repealed' | 'substituted' | 'renumbered' | 'headed' | 'moved';

/** Words that stay, with those that came and went. */
export type WordChange = Readonly<{ text: string; change?: 'inserted' | 'deleted' }>;

export type ClauseDiff = Readonly<{
  clauseId: string;
  changes: readonly ClauseChange[];
  before?: instrument.ClauseText;
  after?: instrument.ClauseText;
  /** Where the text was changed. */
  words?: readonly WordChange[];
}>;

export type InstrumentDiffView = Readonly<{
  instrumentId: string;
  from: string;
  to: string;
  knownAt?: string;
  /** False where one of the texts is not held: then nothing is compared. */
  comparable: boolean;
  /** Clauses that differ, in the order of the newer text, the repealed ones where they stood. */
  clauses: readonly ClauseDiff[];
}>;

/** What one version did to a clause; without `diff` where one of the texts is not held, and nobody can tell. */
export type ClauseStep = Readonly<{ version: VersionView; comparable: boolean; diff?: ClauseDiff }>;

export type ClauseHistoryView = Readonly<{
  instrumentId: string;
  title: string;
  clauseId: string;
  /** As it stands in the version in force, else in the last text that has it. */
  clause: instrument.ClauseText;
  inForce: boolean;
  /** In the order in which the versions were proposed. */
  steps: readonly ClauseStep[];
  /** Rules that the clause states, or stated. */
  rules: readonly Readonly<{
    ruleId: string;
    since: When;
    interpretations: readonly instrument.Interpretation[];
  }>[];
  practiceDepartures: readonly PracticeDepartureView[];
}>;

/** A version that a motion adopted. */
export type AdoptedByMotion = Readonly<{ instrumentId: string; title: string; versionId: string }>;

export type PartyStanding = Readonly<{
  organizationId: string;
  ratificationMethod?: instrument.RatificationMethod;
  required: boolean;
  /** `unknown`: none is on record, and neither is how the party ratifies, or whether it has to. */
  answer: 'ratified' | 'rejected' | 'outstanding' | 'unknown';
  at?: When;
  voteRef?: instrument.VoteRef;
}>;

export type VersionRatification = Readonly<{
  versionId: string;
  status: VersionStatus;
  adoptedAt: When;
  parties: readonly PartyStanding[];
  complete: boolean;
  /** When the last required ratification was given; absent while any is missing. */
  completeAt?: When;
}>;

export type RatificationStatusView = Readonly<{
  instrumentId: string;
  title: string;
  asOf: When;
  knownAt?: string;
  versions: readonly VersionRatification[];
}>;
