import { refuse } from '../kernel/index.ts';
import type { AtFact, Objection, When } from '../kernel/index.ts';
import { carries, decidedSince } from './cited.ts';
import type { MotionState, MotionStatus } from './state.ts';

/** A motion by which the body does something, as its own stream tells it. */
export type AuthorityMotion = Readonly<{
  motionId: string;
  revision: number;
  bodyId: string;
  status: MotionStatus;
  /** When it came to that status; of what was amended after its adoption, when it was adopted, if by a vote. */
  since?: When;
  /** It is the very motion that the command is about. */
  isItself?: true;
}>;

/** A motion as the fact that another stream asks for; undefined where it was not drafted. */
export function authorityMotion(
  state: MotionState,
  { motionId, revision }: Readonly<{ motionId: string; revision: number }>,
): AuthorityMotion | undefined {
  const { status, bodyId } = state;
  if (status === 'none') return undefined;
  const since = decidedSince(state);
  return { motionId, revision, bodyId, status, ...(since && { since }) };
}

type Asked = AtFact & Readonly<{ motionId: string; bodyId: string; code: string }>;

/**
 * The body adopted the motion, and did so before what it gives authority for.
 *
 * @param code of the refusal where it did not
 */
export function* adoptedBy(
  motion: AuthorityMotion | undefined,
  { at, motionId, bodyId, code }: Asked,
): Generator<Objection, AuthorityMotion, void> {
  if (!motion) return yield* refuse('MOTION_UNKNOWN', { motionId });
  const { status, since } = motion;
  if (motion.bodyId !== bodyId) return yield* refuse(code, { motionId, motionOf: motion.bodyId, bodyId });
  if (motion.isItself)
    return yield* refuse(code, { motionId, reason: 'a motion has no authority over its own record' });
  if (!carries.includes(status)) return yield* refuse(code, { motionId, status });
  if (since && at.latest < since.earliest)
    return yield* refuse('TIME_INVERTED', { at: at.literal, notBefore: since.literal, motionId });
  return motion;
}
