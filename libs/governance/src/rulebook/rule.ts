import type { RecordingMode } from '../kernel/decision.ts';

/** What follows when a rule is broken: the command is refused, or recorded with a finding or a remark. */
export const effects = ['reject', 'finding', 'information'] as const;
export type Effect = (typeof effects)[number];

export type Severity = Readonly<Record<RecordingMode, Effect>>;

const of = (live: Effect, minutes: Effect, historical_import: Effect): Severity => ({
  live,
  minutes,
  historical_import,
});

/** The severities of the catalogue. */
export const always = of('reject', 'reject', 'reject');
export const exceptImport = of('reject', 'reject', 'finding');
export const live = of('reject', 'finding', 'finding');
export const found = of('finding', 'finding', 'finding');
export const told = of('information', 'information', 'information');

/**
 * What makes a rule apply to a body:
 * `regime`, its open-meeting law; `order`, the rules of order that it adopted; `policy`, its own adoption of the
 * rule, which informs until then; `record`, nothing: it holds wherever power is shared on this record.
 */
export type Selector =
  | Readonly<{ by: 'regime'; regime: 'BROWN_ACT' | 'GREENE_ACT' }>
  | Readonly<{ by: 'order' }>
  | Readonly<{ by: 'policy' }>
  | Readonly<{ by: 'record' }>;

/** Who finds out: the decision on a command, a view of the record, or people, whose ruling is recorded. */
export type Judge = 'decision' | 'view' | 'people';

export type Rule = Readonly<{
  title: string;
  /** Of the statute, or the book. */
  citation: string;
  /** Where its text or its meaning was read. */
  source: string;
  /** Civil days in California; without a day, since before this record begins. */
  effective?: Readonly<{ from?: string; until?: string }>;
  /** `false`: to be checked against the statute by counsel; until then it only informs. */
  verified: boolean;
  selectedBy: Selector;
  severity: Severity;
  /** In place of `severity` where the body takes the order of precedence strictly. */
  strict?: Severity;
  /** A body that adopted the rules of small boards is exempt. RONR (12th ed.) 49:21. */
  exemptsSmallBoards?: true;
  /** What the rule objects with. */
  codes: readonly string[];
  /** Of these, what is a remark whatever the severity. */
  remarks?: readonly string[];
  /** Of these, what is a finding whatever the severity. */
  noted?: readonly string[];
  judgedBy: Judge;
}>;
