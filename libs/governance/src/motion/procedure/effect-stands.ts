import { broken, notable } from '../../kernel/index.ts';
import { carries } from '../cited.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';

type Decided = Pick<MotionState, 'effect' | 'status'>;

/**
 * Whoever takes a decision back does not undo what it has done: the version that it adopted, the schools that it
 * selected. RONR (12th ed.) 35:6.
 */
export function* effectStands({ effect, status }: Decided): Check {
  if (effect && carries.includes(status)) yield notable('EFFECT_STANDS', { ...effect });
}

/** What is being reconsidered is not carried out meanwhile, and this has been (RR-08). */
export function* effectSuspended({ effect, status }: Decided): Check {
  if (effect && status === 'adopted') yield broken('RR-08', 'EFFECT_STANDS', { ...effect });
}
