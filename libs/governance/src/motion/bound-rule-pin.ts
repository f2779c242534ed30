/** The rule in force of a clause when the question was put, and the revision of the instrument at which it was read. */
export type BoundRulePin = Readonly<{
  instrumentId: string;
  instrumentRevision: number;
  versionId: string;
  clauseId: string;
  ruleId: string;
}>;

/** Which rules an event was judged by, and the revisions at which they were read; left out where there are none. */
export type JudgedBy = Readonly<{ boundRules?: readonly BoundRulePin[] }>;
