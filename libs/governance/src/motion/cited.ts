import { irregular, notable, refuse } from '../kernel/index.ts';
import type { AtFact, Objection, When } from '../kernel/index.ts';
import type { MotionState, MotionStatus } from './state.ts';

/** A motion that another stream cites, as its own stream tells it at the revision that is pinned. */
export type CitedMotion = Readonly<{
  motionId: string;
  revision: number;
  bodyId: string;
  status: MotionStatus;
  /** When it came to that status; of what was amended after its adoption, when it was adopted, if by a vote. */
  since?: When | undefined;
  /** Votes and rounds of consensus until now; the last one brought the motion to what it is. */
  voteEventIds: readonly string[];
  /** The one that decided it; absent where another motion did, as its consent calendar. */
  voteEventId?: string | undefined;
  /** The motion whose action it takes anew (meeting rule BA-18). */
  cures?: string | undefined;
}>;

/** When it was decided as it stands; that its text was amended later makes what the body adopted no later. */
export function decidedSince({ status, since, disposedBy, closedVotes }: MotionState): When | undefined {
  if (status !== 'amended_after_adoption') return since;
  return disposedBy === undefined ? undefined : closedVotes.get(disposedBy)?.closedAt;
}

/** Undefined where no such motion was drafted. */
export function citedMotion(
  state: MotionState,
  at: Readonly<{ motionId: string; revision: number }>,
): CitedMotion | undefined {
  const { status, bodyId, voteEventIds, decidedBy, cures } = state;
  if (status === 'none') return undefined;
  const since = decidedSince(state);
  const voteEventId = voteEventIds.find((id) => id === decidedBy);
  return {
    ...at,
    bodyId,
    status,
    ...(since && { since }),
    voteEventIds,
    ...(voteEventId !== undefined && { voteEventId }),
    ...(cures !== undefined && { cures }),
  };
}

/** Whether a motion carries what cites it: while it is being reconsidered it does not (RR-08). */
export const carries: readonly MotionStatus[] = ['adopted', 'amended_after_adoption'];

/** When what it carries was adopted, as far as that is known. */
export const adoptedAt = ({ status, since }: Pick<CitedMotion, 'status' | 'since'>): When | undefined =>
  carries.includes(status) ? since : undefined;

/** What stands in an event that a motion carries. */
export type MotionPin = Readonly<{ motionId?: string; motionRevision?: number }>;

export function* existingMotion<M>(motion: M | undefined, motionId: string): Generator<Objection, M, void> {
  return motion ?? (yield* refuse('MOTION_UNKNOWN', { motionId }));
}

/** Who keeps the register need not be who decides: that another body decided is said. */
export function* ofBody(
  motion: CitedMotion | undefined,
  bodyId: string,
  objection: typeof notable = notable,
): Generator<Objection, void, void> {
  if (motion && motion.bodyId !== bodyId)
    yield objection('MOTION_OF_OTHER_BODY', { motionId: motion.motionId, motionOf: motion.bodyId, bodyId });
}

/**
 * The motion was adopted, and not after what it is cited for: otherwise what it carries is irregular.
 *
 * @param code of the objection where it was not
 */
export function* adoptedMotion(
  cited: CitedMotion | undefined,
  motionId: string,
  { code, rule, at }: Readonly<{ code: string; rule?: string; at: When }>,
): Generator<Objection, Required<MotionPin>, void> {
  const motion = yield* existingMotion(cited, motionId);
  const { status, revision } = motion;
  const since = adoptedAt(motion);
  const inputs = { ...(rule !== undefined && { rule }), motionId };
  if (!carries.includes(status)) yield irregular(code, { ...inputs, status });
  else if (since && since.earliest > at.latest)
    yield irregular(code, { ...inputs, adoptedAt: since.literal, at: at.literal });
  return { motionId, motionRevision: revision };
}

/** A motion by which its own body does something. */
export type AuthorityMotion = Omit<CitedMotion, 'voteEventIds'> &
  Readonly<{
    /** It is the very motion that the command is about. */
    isItself?: true;
  }>;

type Asked = AtFact & Readonly<{ motionId: string; bodyId: string; code: string }>;

/**
 * The body adopted the motion, and did so before what it gives authority for: otherwise that is refused.
 *
 * @param code of the refusal where it did not
 */
export function* adoptedBy(
  authority: AuthorityMotion | undefined,
  { at, motionId, bodyId, code }: Asked,
): Generator<Objection, AuthorityMotion, void> {
  const motion = yield* existingMotion(authority, motionId);
  const { status } = motion;
  const since = adoptedAt(motion);
  if (motion.bodyId !== bodyId) return yield* refuse(code, { motionId, motionOf: motion.bodyId, bodyId });
  if (motion.isItself)
    return yield* refuse(code, { motionId, reason: 'a motion has no authority over its own record' });
  if (!carries.includes(status)) return yield* refuse(code, { motionId, status });
  if (since && at.latest < since.earliest)
    return yield* refuse('TIME_INVERTED', { at: at.literal, notBefore: since.literal, motionId });
  return motion;
}
