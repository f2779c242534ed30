import { refuse } from '../../kernel/index.ts';
import type { AtFact } from '../../kernel/index.ts';
import { carries } from '../cited.ts';
import { notBefore } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { ByMotion } from './events.ts';
import type { OtherMotion, OtherMotionsFact } from './facts.ts';
import type { MotionClass } from './motion-class.ts';

/** The motion that is named is in the record. */
export function* knownMotion({ motions }: OtherMotionsFact, motionId: string): Check<OtherMotion> {
  return motions.get(motionId) ?? (yield* refuse('OTHER_MOTION_UNKNOWN', { motionId }));
}

/** … and it is one of the same body. */
export function* motionOfBody(facts: OtherMotionsFact, motionId: string, bodyId: string): Check<OtherMotion> {
  const other = yield* knownMotion(facts, motionId);
  if (other.state.bodyId !== bodyId)
    return yield* refuse('MOTION_OF_OTHER_BODY', { motionId, bodyId: other.state.bodyId, expected: bodyId });
  return other;
}

/** The motion that is named is of such a class and applies to this one. */
export function* motionOnThis(
  state: MotionState,
  facts: OtherMotionsFact,
  byMotionId: string,
  classes: readonly MotionClass[],
): Check<OtherMotion> {
  const other = yield* motionOfBody(facts, byMotionId, state.bodyId);
  const { classification, appliesTo } = other.state;
  if (!classes.includes(classification))
    yield* refuse('MOTION_OF_OTHER_CLASS', { byMotionId, classification, possible: classes });
  if (appliesTo !== facts.motionId)
    yield* refuse('APPLIES_TO_OTHER_MOTION', { byMotionId, appliesTo, expected: facts.motionId });
  return other;
}

/** The body adopted a motion of such a class on this one; it takes effect once, and not before it was adopted. */
export function* adoptedOnThis(
  state: MotionState,
  facts: OtherMotionsFact & AtFact,
  byMotionId: string,
  ...classes: readonly MotionClass[]
): Check<OtherMotion & Readonly<{ pin: Required<ByMotion> }>> {
  const other = yield* motionOnThis(state, facts, byMotionId, classes);
  const { status, since } = other.state;
  if (!carries.includes(status)) yield* refuse('MOTION_NOT_ADOPTED', { byMotionId, status });
  if (state.procedure.appliedMotionIds.includes(byMotionId))
    yield* refuse('MOTION_ALREADY_APPLIED', { byMotionId });
  if (status === 'adopted') yield* notBefore(facts.at, since);
  return { ...other, pin: { byMotionId, byMotionRevision: other.revision } };
}

/** What pins the motion by which it happened, where one is named: minutes often say only that it did. */
export function* byAdopted(
  state: MotionState,
  facts: OtherMotionsFact & AtFact,
  { byMotionId }: Pick<ByMotion, 'byMotionId'>,
  motionClass: MotionClass,
): Check<ByMotion> {
  if (byMotionId === undefined) return {};
  return (yield* adoptedOnThis(state, facts, byMotionId, motionClass)).pin;
}
