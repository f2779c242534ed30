export const effectKinds = ['adopt_version', 'approve_selection'] as const;
export type EffectKind = (typeof effectKinds)[number];

/**
 * What a motion does if it is adopted, beside being adopted. It is said in the draft, so that the body knows what
 * it votes on, and carried out by itself: nobody has to record the decision a second time.
 */
export type Effect = Readonly<
  | { kind: 'adopt_version'; instrumentId: string; versionId: string }
  | { kind: 'approve_selection'; cohortId: string; schoolIds: readonly string[] }
>;

/** An effect as it is asked for: whether it has what its kind needs is looked at here. */
export type EffectGiven = Readonly<{
  kind: EffectKind;
  instrumentId?: string;
  versionId?: string;
  cohortId?: string;
  schoolIds?: readonly string[];
}>;
