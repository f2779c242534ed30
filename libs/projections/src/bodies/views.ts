import type { body, ClauseRef } from '#governance';
import type { AnsweredTimes } from '../asked-times.ts';
import type { Provenance } from '../provenance.ts';
import type { Stated } from '../statements.ts';

export type BodyStatus = 'established' | 'succeeded' | 'dissolved';

export type BodySummary = Readonly<{
  bodyId: string;
  /** Absent, as the classification is, where the establishment is not in the record. */
  name?: string;
  classification?: string;
  timeZone: string;
  parentBodyId?: string;
  status: BodyStatus;
  illustration?: true;
}>;

export type RegimeView = Stated<body.OpenMeetingRegimeDetermined>;
export type RulesOfOrderView = Stated<body.RulesOfOrderAdopted>;
export type PublicationPolicyView = Stated<body.PublicationPolicyAdopted>;
/** An instrument whose clauses govern the body, until it was released. */
export type GoverningInstrumentView = Stated<body.GoverningInstrumentNamed> &
  Readonly<{ released?: Stated<body.GoverningInstrumentReleased> }>;
/** The witness of a party, until it was dismissed. */
export type WitnessView = Stated<body.WitnessAppointed> &
  Readonly<{
    dismissed?: Stated<body.WitnessDismissed>;
    /** Each time that it was late, and when it had cosigned after all. */
    late?: readonly LateCosignatureView[];
  }>;
export type LateCosignatureView = Stated<body.CosignatureMissed> &
  Readonly<{ caughtUp?: Stated<body.CosignatureCaughtUp> }>;
export type ConstituencyView = Stated<body.ConstituencyDefined>;
export type CompositionRuleView = Stated<body.CompositionRuleAdopted>;
export type ChargeView = Stated<body.SubcommitteeCharged>;
export type SuccessionView = Stated<body.BodySucceeded>;
export type DissolutionView = Stated<body.BodyDissolved>;

/** What the body's own events tell, each list in the order in which it was recorded. */
export type BodyDocument = Readonly<{
  foundingClause?: ClauseRef;
  purpose?: string;
  established?: Provenance;
  regimes: readonly RegimeView[];
  rulesOfOrder: readonly RulesOfOrderView[];
  publicationPolicies: readonly PublicationPolicyView[];
  governingInstruments: readonly GoverningInstrumentView[];
  witnesses: readonly WitnessView[];
  constituencies: readonly ConstituencyView[];
  compositionRules: readonly CompositionRuleView[];
  /** Where it is a subcommittee. */
  charges: readonly ChargeView[];
  successions: readonly SuccessionView[];
  dissolution?: DissolutionView;
}>;

export type SubcommitteeView = BodySummary & Pick<BodyDocument, 'charges'>;

export type BodyView = BodySummary &
  AnsweredTimes &
  BodyDocument &
  Readonly<{
    /** Of the body's stream. */
    revision: number;
    subcommittees: readonly SubcommitteeView[];
    /** Bodies that this one succeeded. */
    predecessorIds: readonly string[];
  }>;
