import type { body, ClauseRef, When } from '#governance';
import type { Provenance } from '../provenance.ts';

export type BodyStatus = 'established' | 'succeeded' | 'dissolved';

export type BodySummary = Readonly<{
  bodyId: string;
  /** Absent where the establishment is not in the record. */
  name?: string;
  classification?: string;
  timeZone: string;
  parentBodyId?: string;
  status: BodyStatus;
  illustration?: true;
}>;

export type RegimeView = Omit<body.OpenMeetingRegimeDetermined, 'type'> &
  Readonly<{ provenance: Provenance }>;
export type ConstituencyView = Omit<body.ConstituencyDefined, 'type'> & Readonly<{ provenance: Provenance }>;
export type CompositionRuleView = Omit<body.CompositionRuleAdopted, 'type'> &
  Readonly<{ provenance: Provenance }>;
export type ChargeView = Omit<body.SubcommitteeCharged, 'type'> & Readonly<{ provenance: Provenance }>;

export type SubcommitteeView = BodySummary & Readonly<{ charges: readonly ChargeView[] }>;

export type BodyView = BodySummary &
  Readonly<{
    /** Of the body's stream. */
    revision: number;
    establishedAt?: When;
    established?: Provenance;
    foundingClause?: ClauseRef;
    purpose?: string;
    /** In the order in which they were recorded. */
    regimes: readonly RegimeView[];
    constituencies: readonly ConstituencyView[];
    compositionRules: readonly CompositionRuleView[];
    /** Charges of this body, where it is a subcommittee. */
    charges: readonly ChargeView[];
    subcommittees: readonly SubcommitteeView[];
    /** Bodies that this one succeeded. */
    predecessorIds: readonly string[];
    succession?: Readonly<{ successorId: string; provenance: Provenance }>;
    dissolution?: Readonly<{ reason?: string; provenance: Provenance }>;
  }>;
