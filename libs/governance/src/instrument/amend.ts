import type {
  Clause,
  ClauseText,
  Insertion,
  Join,
  Operation,
  Place,
  Renumbering,
  Replacement,
  Split,
  Substitution,
} from './clause.ts';
import { joint } from './clause.ts';

/** The clauses of a text in their order, and every id that a clause of it ever had. */
export type Text = Readonly<{ clauses: readonly Clause[]; usedIds: ReadonlySet<string> }>;

export const emptyText: Text = { clauses: [], usedIds: new Set() };

/** Why an operation cannot be applied. */
export type Misfit = Readonly<{ code: string; inputs: Readonly<Record<string, unknown>> }>;

type Amended = Text | Misfit;

export const isMisfit = (amended: Amended): amended is Misfit => 'code' in amended;

const misfit = (code: string, inputs: Misfit['inputs']): Misfit => ({ code, inputs });
const unknown = (clauseId: string): Misfit => misfit('CLAUSE_UNKNOWN', { clauseId });

const indexOf = ({ clauses }: Text, clauseId: string): number =>
  clauses.findIndex((clause) => clause.clauseId === clauseId);

const clauseOf = (text: Text, clauseId: string): Clause | undefined => text.clauses[indexOf(text, clauseId)];

const withClauses = (text: Text, clauses: readonly Clause[]): Text => ({ ...text, clauses });

/** Puts clauses where one stood. */
const inPlaceOf = (text: Text, index: number, count: number, clauses: readonly Clause[]): Text =>
  withClauses(text, text.clauses.toSpliced(index, count, ...clauses));

/** The ids of new clauses have never been used in this text. */
function withIds(text: Text, clauseIds: readonly string[]): Amended {
  const usedIds = new Set(text.usedIds);
  for (const clauseId of clauseIds) {
    if (usedIds.has(clauseId)) return misfit('CLAUSE_ID_TAKEN', { clauseId });
    usedIds.add(clauseId);
  }
  return { ...text, usedIds };
}

/** The index at which a clause is put; a misfit where there is no such neighbour. */
function placeIn(text: Text, { after, before }: Place): number | Misfit {
  if (after !== undefined && before !== undefined) return misfit('PLACE_AMBIGUOUS', { after, before });
  const neighbour = after ?? before;
  if (neighbour === undefined) return text.clauses.length;
  const index = indexOf(text, neighbour);
  if (index < 0) return unknown(neighbour);
  return after === undefined ? index : index + 1;
}

function insert(text: Text, { clause, ...place }: Insertion, versionId: string): Amended {
  const index = placeIn(text, place);
  if (typeof index !== 'number') return index;
  const identified = withIds(text, [clause.clauseId]);
  return isMisfit(identified) ? identified : inPlaceOf(identified, index, 0, [{ ...clause, versionId }]);
}

/** Changes one clause where it stands. */
function change(text: Text, clauseId: string, changed: (clause: Clause) => Clause | Misfit): Amended {
  const clause = clauseOf(text, clauseId);
  if (!clause) return unknown(clauseId);
  const after = changed(clause);
  return 'code' in after ? after : inPlaceOf(text, indexOf(text, clauseId), 1, [after]);
}

const substitute = (text: Text, { clauseId, words, by }: Substitution, versionId: string): Amended =>
  change(text, clauseId, (clause) => {
    const parts = clause.text.split(words);
    if (parts.length === 2) return { ...clause, text: parts.join(by), versionId };
    return misfit('WORDS_NOT_UNIQUE', { clauseId, words, occurrences: parts.length - 1 });
  });

const replace = (text: Text, { clauseId, text: words, heading }: Replacement, versionId: string): Amended =>
  change(text, clauseId, (clause) => ({
    ...clause,
    text: words,
    ...(heading !== undefined && { heading }),
    versionId,
  }));

function renumber(text: Text, operation: Renumbering, versionId: string): Amended {
  const { clauseId, number, level, after, before } = operation;
  const numbered = change(text, clauseId, (clause) => ({
    ...clause,
    ...(number !== undefined && { number }),
    ...(level !== undefined && { level }),
    versionId,
  }));
  if (isMisfit(numbered) || (after === undefined && before === undefined)) return numbered;
  const index = indexOf(numbered, clauseId);
  const [moved, rest] = [numbered.clauses.slice(index, index + 1), inPlaceOf(numbered, index, 1, [])];
  const place = placeIn(rest, operation);
  return typeof place === 'number' ? inPlaceOf(rest, place, 0, moved) : place;
}

const words = (texts: readonly string[]): string => texts.join(' ').split(/\s+/).filter(Boolean).join(' ');

function split(text: Text, { clauseId, into }: Split, versionId: string): Amended {
  const clause = clauseOf(text, clauseId);
  if (!clause) return unknown(clauseId);
  if (words(into.map((part) => part.text)) !== words([clause.text]))
    return misfit('SPLIT_CHANGES_WORDS', { clauseId });
  const identified = withIds(
    text,
    into.map((part) => part.clauseId).filter((id, i) => i > 0 || id !== clauseId),
  );
  if (isMisfit(identified)) return identified;
  const parts = into.map((part: ClauseText) => ({ ...part, versionId }));
  return inPlaceOf(identified, indexOf(text, clauseId), 1, parts);
}

function join(text: Text, { clauseIds, number, heading }: Join, versionId: string): Amended {
  const index = indexOf(text, clauseIds[0] ?? '');
  const joined = text.clauses.slice(index, index + clauseIds.length);
  const missing = clauseIds.find((clauseId) => indexOf(text, clauseId) < 0);
  if (missing !== undefined) return unknown(missing);
  const [first] = joined;
  if (!first || joined.some(({ clauseId }, i) => clauseId !== clauseIds[i]))
    return misfit('CLAUSES_NOT_ADJACENT', { clauseIds });
  const clause = {
    ...first,
    ...(number !== undefined && { number }),
    ...(heading !== undefined && { heading }),
    text: joined.map((one) => one.text).join(joint),
    versionId,
  };
  return inPlaceOf(text, index, joined.length, [clause]);
}

/** The text after one operation of a version, or why the operation does not fit it. */
export function amend(text: Text, operation: Operation, versionId: string): Amended {
  switch (operation.kind) {
    case 'insertion':
      return insert(text, operation, versionId);
    case 'repeal':
      return clauseOf(text, operation.clauseId)
        ? inPlaceOf(text, indexOf(text, operation.clauseId), 1, [])
        : unknown(operation.clauseId);
    case 'substitution':
      return substitute(text, operation, versionId);
    case 'replacement':
      return replace(text, operation, versionId);
    case 'renumbering':
      return renumber(text, operation, versionId);
    case 'split':
      return split(text, operation, versionId);
    case 'join':
      return join(text, operation, versionId);
  }
}

/** The text after operations that are on record: one that does not fit changes nothing. */
export const amended = (text: Text, operations: readonly Operation[], versionId: string): Text =>
  operations.reduce((before, operation) => {
    const after = amend(before, operation, versionId);
    return isMisfit(after) ? before : after;
  }, text);

/**
 * The text as one sequence of characters, for hashing and for keeping: the canonical JSON (RFC 8785) of its
 * clauses in their order, without who put them there.
 */
export const canonicalText = ({ clauses }: Pick<Text, 'clauses'>): string =>
  JSON.stringify(
    clauses.map(({ clauseId, heading, level, number, text }) => ({ clauseId, heading, level, number, text })),
  );
