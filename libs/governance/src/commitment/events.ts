import type { ClauseRef } from '../kernel/envelope.ts';
import type { When } from '../kernel/when.ts';

/** A number to be reached, something to be done, or money to be given. */
export const commitmentKinds = ['target', 'directive', 'funding'] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

/** Whose commitment it is: a body or an organization by its id, or others in words ("each community school"). */
export const partyKinds = ['body', 'organization', 'other'] as const;
export type Party = Readonly<{ kind: (typeof partyKinds)[number]; ref: string }>;

export const periods = ['once', 'month', 'quarter', 'school_year', 'year'] as const;
export type Period = (typeof periods)[number];

/** What stands before a number where it is not stated exactly. */
export const qualifiers = ['about', 'nearly', 'at_least', 'more_than', 'at_most'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** A number of things, or an amount of money. */
export type Value = Readonly<{
  number?: number;
  /** What the number counts: schools, hours, percent. */
  unit?: string;
  /** Money in the minor unit of its currency (cents). */
  minorUnits?: number;
  /** ISO 4217. */
  currency?: string;
  qualifier?: Qualifier;
  period?: Period;
  /** Where the value is for each of several: "school". */
  each?: string;
  conditions?: string;
}>;

/**
 * From what events progress is measured:
 * `designated_schools` counts the schools of a programme, or of some of its cohorts; `reported_quantity` adds what is reported for each
 * period; `reported_share` takes the latest share that is reported of something, in percent.
 */
export type Measure =
  | Readonly<{ counts: 'designated_schools'; programId: string; cohortIds?: readonly string[] }>
  | Readonly<{ counts: 'reported_quantity'; unit: string; per: Exclude<Period, 'once'> }>
  | Readonly<{ counts: 'reported_share'; of: string }>;
export const measures = ['designated_schools', 'reported_quantity', 'reported_share'] as const;

/** When it is due, and how the record knows. */
export type Due = Readonly<{
  when: When;
  how:
    | Readonly<{ kind: 'stated' }>
    | Readonly<{
        kind: 'computed';
        /** ISO 8601. */
        duration: string;
        from: When;
        timeZone: string;
        counting: 'calendar_days';
      }>;
}>;

/** What binds to it: a motion as it stood at a revision, a clause of an instrument, or what a source states. */
export type AuthorityRef =
  | Readonly<{ kind: 'motion'; motionId: string; motionRevision: number }>
  | Readonly<{
      kind: 'clause';
      clauseRef: ClauseRef;
      /** At which the clause was looked up; absent where the instrument is not on record. */
      instrumentRevision?: number;
    }>
  | Readonly<{ kind: 'source'; sourceId: string; sourceRevision: number; locator: string }>;

/** What a revision may change. */
export type Terms = Readonly<{
  measure?: Measure;
  /** Absent where it is not stated. */
  value?: Value;
  /** Absent where it is not stated, or there is none. */
  due?: Due;
  /** Until when it is to last, for what is kept up rather than reached. */
  until?: When;
  inPerpetuity?: boolean;
}>;

export type CommitmentMade = Readonly<{
  type: 'CommitmentMade';
  kind: CommitmentKind;
  title: string;
  /** The body in whose register it stands. */
  bodyId?: string;
  /** Who sees to it. */
  owner: Party;
  /** Who is to do it. */
  obligor?: Party;
  beneficiary?: Party;
  authorityRef?: AuthorityRef;
}> &
  Terms;

export type CommitmentRevised = Readonly<{
  type: 'CommitmentRevised';
  reason?: string;
  authorityRef?: AuthorityRef;
}> &
  Terms;

/** What somebody reports of it, beside what the record counts itself. */
export type CommitmentProgressReported = Readonly<{
  type: 'CommitmentProgressReported';
  /** For which time. */
  period?: When;
  /** Of which part: a school, a body. */
  subject?: string;
  quantity?: number;
  /** A share: so many of so many. */
  numerator?: number;
  denominator?: number;
  statement?: string;
}>;

export type CommitmentMet = Readonly<{
  type: 'CommitmentMet';
  evidence?: string;
  authorityRef?: AuthorityRef;
}>;
export type CommitmentMissed = Readonly<{ type: 'CommitmentMissed'; reason?: string }>;
export type CommitmentReleased = Readonly<{
  type: 'CommitmentReleased';
  reason: string;
  authorityRef?: AuthorityRef;
}>;

export type CommitmentEvent =
  | CommitmentMade
  | CommitmentRevised
  | CommitmentProgressReported
  | CommitmentMet
  | CommitmentMissed
  | CommitmentReleased;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  CommitmentMade: true,
  CommitmentRevised: true,
  CommitmentProgressReported: true,
  CommitmentMet: true,
  CommitmentMissed: true,
  CommitmentReleased: true,
} satisfies Record<CommitmentEvent['type'], true>);
