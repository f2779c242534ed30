import { irregular, refuse } from '../kernel/index.ts';
import type { Objection, When } from '../kernel/index.ts';
import type { MotionState, MotionStatus } from './state.ts';

/** A motion that another stream cites, at the revision that it pins. */
export type CitedMotion = Readonly<{
  motionId: string;
  revision: number;
  bodyId: string;
  status: MotionStatus;
  /** When it came to that status; of what was amended after its adoption, when it was adopted, if by a vote. */
  since?: When;
  /** Votes and rounds of consensus until now; the last one brought the motion to what it is. */
  voteEventIds: readonly string[];
}>;

/** When it was decided as it stands; that its text was amended later makes what the body adopted no later. */
export function decidedSince({ status, since, disposedBy, closedVotes }: MotionState): When | undefined {
  if (status !== 'amended_after_adoption') return since;
  return disposedBy === undefined ? undefined : closedVotes.get(disposedBy)?.closedAt;
}

/** Undefined where there is no such motion. */
export function citedMotion(
  state: MotionState,
  at: Readonly<{ motionId: string; revision: number }>,
): CitedMotion | undefined {
  if (at.revision < 0) return undefined;
  const { status, bodyId, voteEventIds } = state;
  const since = decidedSince(state);
  return { ...at, bodyId, status, ...(since && { since }), voteEventIds };
}

/** Whether a motion carries what cites it: while it is being reconsidered it does not (RR-08). */
export const carries: readonly MotionStatus[] = ['adopted', 'amended_after_adoption'];

/** What stands in an event that a motion carries. */
export type MotionPin = Readonly<{ motionId?: string; motionRevision?: number }>;

/**
 * The motion was adopted, and not after what it is cited for.
 *
 * @param code of the objection where it was not
 */
export function* adoptedMotion(
  motion: CitedMotion | undefined,
  motionId: string,
  { code, rule, at }: Readonly<{ code: string; rule: string; at: When }>,
): Generator<Objection, Required<MotionPin>, void> {
  if (!motion) return yield* refuse('MOTION_UNKNOWN', { motionId });
  const { status, since, revision } = motion;
  if (!carries.includes(status)) yield irregular(code, { rule, motionId, status });
  else if (since && since.earliest > at.latest)
    yield irregular(code, { rule, motionId, adoptedAt: since.literal, at: at.literal });
  return { motionId, motionRevision: revision };
}
