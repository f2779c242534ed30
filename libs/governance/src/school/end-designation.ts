import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { DesignationEnded } from './events.ts';
import type { CarryingFact } from './facts.ts';
import { activeDesignation, carried, effective, existingSchool } from './guards.ts';
import type { SchoolState } from './state.ts';

/**
 * The school leaves the programme, or its term was not renewed. A designation that outlived the merger of its school
 * ends, too: nothing else can be done with it.
 */
export type EndDesignation = Readonly<{
  type: 'EndDesignation';
  motionId?: string;
  effectiveFrom?: When;
  reason: string;
}>;

export function* endDesignation(
  state: SchoolState,
  command: EndDesignation,
  facts: CarryingFact & AtFact,
): Decision<DesignationEnded> {
  const effectiveFrom = effective(command, facts);
  if (!state.designation) yield* existingSchool(state);
  yield* activeDesignation(state, effectiveFrom);
  const motion = yield* carried(state, command, facts);
  return [{ type: 'DesignationEnded', ...motion, effectiveFrom, reason: command.reason }];
}
