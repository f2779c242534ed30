import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { DesignationSuspended } from './events.ts';
import type { CarryingFact } from './facts.ts';
import { activeDesignation, carried, effective, existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** The designation has no effect for a while. */
export type SuspendDesignation = Readonly<{
  type: 'SuspendDesignation';
  motionId?: string;
  effectiveFrom?: When;
  reason: string;
}>;

export function* suspendDesignation(
  state: SchoolState,
  command: SuspendDesignation,
  facts: CarryingFact & AtFact,
): Decision<DesignationSuspended> {
  const effectiveFrom = effective(command, facts);
  yield* existingSchool(state);
  const { suspended } = yield* activeDesignation(state, effectiveFrom);
  if (suspended) return yield* refuse('DESIGNATION_ALREADY_SUSPENDED');
  const motion = yield* carried(state, command, facts);
  return [{ type: 'DesignationSuspended', ...motion, effectiveFrom, reason: command.reason }];
}
