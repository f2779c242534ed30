import { refuse } from './decision.ts';
import type { Check } from './decision.ts';
import type { When } from './when.ts';

/** What follows something did not happen before it. */
export function* notBefore(at: When, earlier: When | undefined): Check {
  if (earlier && at.latest < earlier.earliest)
    yield* refuse('TIME_INVERTED', { at: at.literal, notBefore: earlier.literal });
}
