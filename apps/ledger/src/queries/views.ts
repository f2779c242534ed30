import type { meeting, Recorded, rulebook, tally } from '#governance';
import type {
  ApplicationSummary,
  BodySummary,
  ChallengeView,
  ClaimView,
  CommitmentView,
  DecisionDocument,
  DecisionSummary,
  FindingView,
  InstrumentSummary,
  MeetingSummary,
  MinutesView,
  MotionSummary,
  OrganizationView,
  Page,
  PersonView,
  SourceView,
  CohortSummary,
  SchoolSummary,
} from '#projections';

import type { Countersigning, EntryCoverage } from '#transparency-log';

export type { NoticeProofView } from '#notice-proof';
export type { Disclosure } from '#public-record';
export type {
  PrecedenceTableView,
  RulesInForceView,
  AttendanceView,
  PersonView,
  BodyView,
  ChallengeView,
  ClaimDifferences,
  ClaimView,
  CommitmentView,
  CompositionView,
  DecisionDocument,
  InstrumentDiffView,
  InstrumentTextView,
  InstrumentView,
  MeetingView,
  MemberVotingRecordView,
  PersonVotingRecordView,
  MotionTimeline,
  MotionView,
  OrganizationView,
  RatificationStatusView,
  SeatHistoryView,
  SourceView,
} from '#projections';

/*
 * What queries answer. `npm run schemas` turns these types into the schemas of the OpenAPI document.
 */

export type OrganizationPage = Page<OrganizationView>;
export type BodyPage = Page<BodySummary>;
export type InstrumentPage = Page<InstrumentSummary>;
export type MeetingPage = Page<MeetingSummary>;
/** The minutes, and one rendition of them as text. */
export type MinutesAnswer = MinutesView &
  Readonly<{
    /** Of the draft that was asked for by revision, else of the approved minutes, else of the last draft. */
    rendition?: meeting.MinutesRendition & Readonly<{ text: string }>;
    /**
     * Its bytes named a person who was erased: the hash stands, the bytes are gone. `rendition` is then made anew,
     * with the seat in the place of the name, where the record still tells the same.
     */
    erasedRendition?: meeting.MinutesRendition;
  }>;
export type MotionPage = Page<MotionSummary>;
export type DecisionPage = Page<DecisionSummary>;
export type FindingPage = Page<FindingView>;
export type PersonPage = Page<PersonView>;
export type SourcePage = Page<SourceView>;
export type ClaimPage = Page<ClaimView>;
export type CommitmentPage = Page<CommitmentView>;
export type ChallengePage = Page<ChallengeView>;

/** An event as auditors read it: nothing is left out but the salt that keeps its commitment closed. */
export type EventView = Pick<
  Recorded,
  'eventId' | 'stream' | 'category' | 'streamId' | 'revision' | 'recordedAt'
> &
  Readonly<{
    position: string;
    type: string;
    /** What the event says; its fields depend on the type. */
    data: Readonly<Record<string, unknown>>;
    metadata: Omit<Recorded['envelope'], 'salt'>;
  }>;
/** What became of an event in the public record, as far as it has come. */
export type ReceiptView = Readonly<{
  position: string;
  /** Of its entry in the transparency log, from 0; absent until it is published. */
  index?: number;
  /** The first that covers it; absent until there is one. */
  checkpoint?: EntryCoverage['checkpoint'];
  /** Of each witness, the first that covers it, by the witness's own clock. */
  cosignatures?: EntryCoverage['cosignatures'];
  /** All witnesses of the policy had cosigned it then. */
  countersigned?: NonNullable<EntryCoverage['countersigned']>;
  /** Where parties to the body of the event have witnesses: which of them have cosigned it. */
  countersigning?: Countersigning;
  /** Where the feed gives the proof that it is in the log; without MINUTEBOOK_PUBLIC_URL, below the feed's address. */
  proof?: string;
}>;
export type EventPage = Page<EventView>;

/** Who a person is. */
export type PersonNameView = Readonly<{ personId: string; name: string }>;

/** A rule of the rulebook. */
export type RuleView = rulebook.Rule & rulebook.Judged & Readonly<{ ruleId: string }>;
export type RuleCatalogue = Readonly<{ items: readonly RuleView[] }>;

/** Why a decision came out as it did. */
export type Explanation = Pick<
  DecisionDocument,
  'decisionId' | 'title' | 'outcome' | 'corrections' | 'voidedAs'
> &
  Readonly<{
    /** Absent where the motion was adopted with a consent calendar. */
    rule?: tally.DecisionRule;
    sentences: readonly string[];
    /** As it was when the vote was closed, where its record was corrected. */
    original?: Pick<DecisionDocument, 'outcome'> & Readonly<{ sentences: readonly string[] }>;
  }>;

export type { ApplicationView, CohortRegisterView, CohortView, SchoolView } from '#projections';
export type CohortPage = Page<CohortSummary>;
export type ApplicationPage = Page<ApplicationSummary>;
export type SchoolPage = Page<SchoolSummary>;
