/** A clause of a text, as it is written. Its id is its own for life: a clause that is repealed leaves it unused. */
export type ClauseText = Readonly<{
  clauseId: string;
  /** As printed: `3.2(a)`. */
  number?: string;
  heading?: string;
  /** Depth in the outline: 1, the outermost, where it is left out. */
  level?: number;
  text: string;
}>;

/** A clause of a version, with the version that put it there as it stands. */
export type Clause = ClauseText & Readonly<{ versionId: string }>;

/** Where a clause goes: behind another one, before it, or, with neither, at the end. */
export type Place = Readonly<{ after?: string; before?: string }>;

export type Insertion = Readonly<{ kind: 'insertion'; clause: ClauseText }> & Place;
export type RepealOfClause = Readonly<{ kind: 'repeal'; clauseId: string }>;
/** Words of a clause are struck out and others inserted; the words occur in it exactly once. */
export type Substitution = Readonly<{ kind: 'substitution'; clauseId: string; words: string; by: string }>;
/** The clause reads anew as a whole. */
export type Replacement = Readonly<{ kind: 'replacement'; clauseId: string; text: string; heading?: string }>;
/** Another number, another place, or both. */
export type Renumbering = Readonly<{
  kind: 'renumbering';
  clauseId: string;
  number?: string;
  level?: number;
}> &
  Place;
/** One clause becomes several without a change of words; the first part may keep the id. */
export type Split = Readonly<{ kind: 'split'; clauseId: string; into: readonly ClauseText[] }>;
/** Clauses that follow one another become one, which keeps the id of the first. */
export type Join = Readonly<{
  kind: 'join';
  clauseIds: readonly string[];
  number?: string;
  heading?: string;
}>;

/** Amending operations by their names in Akoma Ntoso (TextualMods), in the order in which they apply. */
export type Operation = Insertion | RepealOfClause | Substitution | Replacement | Renumbering | Split | Join;

export const operationKinds = Object.keys({
  insertion: true,
  repeal: true,
  substitution: true,
  replacement: true,
  renumbering: true,
  split: true,
  join: true,
} satisfies Record<Operation['kind'], true>) as readonly Operation['kind'][];

/** What joined clauses have between them. */
export const joint = '\n\n';
