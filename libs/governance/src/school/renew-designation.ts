import { certainlyBefore, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { DesignationRenewed } from './events.ts';
import type { CarryingFact } from './facts.ts';
import { activeDesignation, carried, effective, existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** The designation goes on, until another day or until further notice. */
export type RenewDesignation = Readonly<{
  type: 'RenewDesignation';
  motionId?: string;
  effectiveFrom?: When;
  until?: When;
}>;

export function* renewDesignation(
  state: SchoolState,
  command: RenewDesignation,
  facts: CarryingFact & AtFact,
): Decision<DesignationRenewed> {
  const { until } = command;
  const effectiveFrom = effective(command, facts);
  yield* existingSchool(state);
  yield* activeDesignation(state, effectiveFrom);
  if (until && certainlyBefore(until, effectiveFrom))
    return yield* refuse('TERM_INVERTED', { effectiveFrom: effectiveFrom.literal, until: until.literal });
  const motion = yield* carried(state, command, facts);
  return [{ type: 'DesignationRenewed', ...motion, effectiveFrom, ...(until && { until }) }];
}
