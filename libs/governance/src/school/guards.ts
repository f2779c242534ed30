import { certainlyBefore, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, When } from '../kernel/index.ts';
import { adoptedMotion, ofBody } from '../motion/cited.ts';
import type { MotionPin } from '../motion/cited.ts';
import type { CarryingFact } from './facts.ts';
import type { Designation, SchoolState } from './state.ts';

/** A school that is in the registry, and was not merged into another. */
export function* existingSchool({ status }: SchoolState): Check {
  if (status === 'none') yield* refuse('SCHOOL_UNKNOWN');
  if (status === 'merged') yield* refuse('SCHOOL_MERGED');
}

/** Every act on a designation cites an adopted motion (SP-15); an old one may rest on what else is stated. */
export function* carried(
  { bodyId }: SchoolState,
  { motionId }: Readonly<{ motionId?: string }>,
  { motion, authority, at }: CarryingFact & AtFact,
): Check<MotionPin> {
  const rule = 'SP-15';
  if (motionId !== undefined) {
    yield* ofBody(motion, bodyId);
    return yield* adoptedMotion(motion, motionId, { code: 'DESIGNATION_MOTION_NOT_ADOPTED', rule, at });
  }
  yield irregular('DESIGNATION_WITHOUT_MOTION', { rule, ...(authority && { authority }) });
  return {};
}

/** The active designation, on which an act takes effect not before the one before. */
export function* activeDesignation({ designation }: SchoolState, effectiveFrom: When): Check<Designation> {
  if (!designation) return yield* refuse('NOT_DESIGNATED');
  if (certainlyBefore(effectiveFrom, designation.lastAct))
    yield* refuse('TIME_INVERTED', {
      effectiveFrom: effectiveFrom.literal,
      notBefore: designation.lastAct.literal,
    });
  return designation;
}

/** An act takes effect when it happens, unless it says otherwise. */
export const effective = ({ effectiveFrom }: Readonly<{ effectiveFrom?: When }>, { at }: AtFact): When =>
  effectiveFrom ?? at;
