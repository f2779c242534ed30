import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { DesignationRestored } from './events.ts';
import type { CarryingFact } from './facts.ts';
import { activeDesignation, carried, effective, existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/** A suspended designation has effect again. */
export type RestoreDesignation = Readonly<{
  type: 'RestoreDesignation';
  motionId?: string;
  effectiveFrom?: When;
  reason?: string;
}>;

export function* restoreDesignation(
  state: SchoolState,
  command: RestoreDesignation,
  facts: CarryingFact & AtFact,
): Decision<DesignationRestored> {
  const { reason } = command;
  const effectiveFrom = effective(command, facts);
  yield* existingSchool(state);
  const { suspended } = yield* activeDesignation(state, effectiveFrom);
  if (!suspended) return yield* refuse('DESIGNATION_NOT_SUSPENDED');
  const motion = yield* carried(state, command, facts);
  return [{ type: 'DesignationRestored', ...motion, effectiveFrom, ...(reason !== undefined && { reason }) }];
}
