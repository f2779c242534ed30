import { irregular, refuse } from '../kernel/index.ts';
import type { ClauseRef, Objection } from '../kernel/index.ts';
import type { AuthorityRef } from './events.ts';
import type { AuthorityFact, MotionFact, SourceFact } from './facts.ts';

/** A part of a decision: its objections, and what it found. */
export type Check<T = void> = Generator<Objection, T, void>;

/** What a command names as what binds: one of the three. */
export type NamedAuthority = Readonly<{
  motionId?: string;
  clauseRef?: ClauseRef;
  sourceId?: string;
  /** Where in the source. */
  locator?: string;
}>;

function* ofMotion(motionId: string, { motion }: MotionFact): Check<AuthorityRef> {
  if (!motion) return yield* refuse('MOTION_UNKNOWN', { motionId });
  if (!motion.adoptedAt) yield irregular('AUTHORITY_MOTION_NOT_ADOPTED', { motionId });
  return { kind: 'motion', motionId, motionRevision: motion.revision };
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
  facts: MotionFact & SourceFact,
): Check<AuthorityRef | undefined> {
  if (!named) return undefined;
  const { motionId, clauseRef, sourceId, locator } = named;
  const count = [motionId, clauseRef, sourceId].filter((one) => one !== undefined).length;
  if (count !== 1) return yield* refuse('AUTHORITY_AMBIGUOUS', { motionId, clauseRef, sourceId });
  if (motionId !== undefined) return yield* ofMotion(motionId, facts);
  if (clauseRef) return { kind: 'clause', clauseRef };
  return yield* ofSource(sourceId ?? '', locator, facts);
}

/** A motion or a clause stands behind the command itself. */
export const hasMandate = ({ authority }: AuthorityFact): boolean =>
  authority?.kind === 'motion' || authority?.kind === 'clause';
