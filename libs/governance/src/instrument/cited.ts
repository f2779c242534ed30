import type { ClauseRef } from '../kernel/index.ts';
import type { InstrumentState } from './state.ts';
import type { Version } from './version.ts';

/** A clause that another stream cites, at the revision of the instrument that it pins. */
export type CitedClause = Readonly<{
  revision: number;
  /** What of the reference the instrument does not have. */
  missing?: 'version' | 'clause';
}>;

const isNamed = ({ versionId, label }: Version, name: string): boolean => [versionId, label].includes(name);

/** A version whose text is not held may have any clause. */
const mayHold = ({ text, textHeld }: Version, name: string): boolean =>
  !textHeld || text.clauses.some(({ clauseId, number }) => [clauseId, number].includes(name));

/**
 * A clause as a reference names it: by its id or as printed, in the version with this id or label, or in any.
 * Undefined where there is no such instrument.
 */
export function citedClause(
  { kind, versions }: InstrumentState,
  { version: name, clause }: ClauseRef,
  revision: number,
): CitedClause | undefined {
  if (kind === undefined) return undefined;
  const named = [...versions.values()].filter((version) => name === undefined || isNamed(version, name));
  if (named.length === 0) return { revision, missing: 'version' };
  return named.some((version) => mayHold(version, clause)) ? { revision } : { revision, missing: 'clause' };
}
