import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, ClauseRef } from '../kernel/index.ts';
import { adoptedMotion, carries } from '../motion/cited.ts';
import type { AuthorityRef } from './events.ts';
import type { AuthorityFact, BindingFacts, ClauseFact, MotionFact, SourceFact } from './facts.ts';

/** What a command names as what binds: one of the three. */
export type NamedAuthority = Readonly<{
  motionId?: string;
  clauseRef?: ClauseRef;
  sourceId?: string;
  /** Where in the source. */
  locator?: string;
}>;

function* ofMotion(motionId: string, { motion, at }: MotionFact & AtFact): Check<AuthorityRef> {
  const pin = yield* adoptedMotion(motion, motionId, { code: 'AUTHORITY_MOTION_NOT_ADOPTED', at });
  return { kind: 'motion', ...pin };
}

function* ofClause(clauseRef: ClauseRef, { clause }: ClauseFact): Check<AuthorityRef> {
  if (!clause || clause.missing)
    yield irregular('AUTHORITY_CLAUSE_UNKNOWN', { ...clauseRef, missing: clause?.missing ?? 'instrument' });
  return { kind: 'clause', clauseRef, ...(clause && { instrumentRevision: clause.revision }) };
}

function* ofSource(
  sourceId: string,
  locator: string | undefined,
  { source }: SourceFact,
): Check<AuthorityRef> {
  if (!source) return yield* refuse('SOURCE_UNKNOWN', { sourceId });
  if (locator === undefined) return yield* refuse('LOCATOR_MISSING', { sourceId });
  return { kind: 'source', sourceId, sourceRevision: source.revision, locator };
}

/** Pins what the command names as its authority; undefined where it names none. */
export function* pinned(
  named: NamedAuthority | undefined,
  facts: BindingFacts,
): Check<AuthorityRef | undefined> {
  if (!named) return undefined;
  const { motionId, clauseRef, sourceId, locator } = named;
  const count = [motionId, clauseRef, sourceId].filter((one) => one !== undefined).length;
  if (count !== 1) return yield* refuse('AUTHORITY_AMBIGUOUS', { motionId, clauseRef, sourceId });
  if (motionId !== undefined) return yield* ofMotion(motionId, facts);
  if (clauseRef) return yield* ofClause(clauseRef, facts);
  return yield* ofSource(sourceId ?? '', locator, facts);
}

/** A clause stands behind the command itself, or a motion that carries it. */
export const hasMandate = ({ authority, mandate }: AuthorityFact): boolean =>
  authority?.kind === 'clause' || (mandate !== undefined && carries.includes(mandate.status));
