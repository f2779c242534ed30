import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { carries } from '../motion/cited.ts';
import { isRuleId } from '../rulebook/rules.ts';
import type { RuleId } from '../rulebook/rules.ts';
import { isSuspendable } from '../rulebook/suspendable.ts';
import { motionHere } from './by-motion.ts';
import type { RulesSuspended } from './events.ts';
import type { MeetingIdFact, MotionsFact } from './facts.ts';
import { knownItem, sittingMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import type { MeetingState } from './state.ts';

/**
 * The body sets rules of order aside, for an item or for the rest of the meeting, by an adopted motion to suspend the
 * rules. What rests on such a rule is then told, and not refused. RONR (12th ed.) 25.
 */
export type SuspendRules = Readonly<{ type: 'SuspendRules'; rules: readonly string[] }> &
  Omit<RulesSuspended, 'type' | 'rules' | 'byMotionRevision'>;

function* knownRules(ids: readonly string[]): Check<readonly RuleId[]> {
  const unknown = ids.filter((id) => !isRuleId(id));
  if (unknown.length > 0 || ids.length === 0) yield* refuse('RULE_UNKNOWN', { rules: unknown });
  return ids.filter(isRuleId);
}

export function* suspendRules(
  state: MeetingState,
  command: SuspendRules,
  facts: AtFact & MotionsFact & MeetingIdFact,
): Decision<RulesSuspended> {
  const { byMotionId, itemId, providedBy } = command;
  yield* sittingMeeting(state, facts.at);
  const rules = yield* knownRules(command.rules);
  if (itemId !== undefined) yield* knownItem(state, itemId);
  const motion = yield* motionHere(state, byMotionId, 'incidental.suspend_rules', facts);
  const { status } = motion.state;
  if (!carries.includes(status)) yield* refuse('MOTION_NOT_ADOPTED', { byMotionId, status });
  const fixed = rules.filter((ruleId) => !isSuspendable(ruleId, providedBy !== undefined));
  if (fixed.length > 0) yield irregular('RULE_NOT_SUSPENDABLE', { rules: fixed, providedBy });
  return [{ ...command, type: 'RulesSuspended', rules, byMotionRevision: motion.revision }];
}

/** Rules that are set aside now: what cannot be suspended stays in force, whatever was voted. */
export const suspendedRules = ({ suspensions }: Pick<MeetingState, 'suspensions'>): readonly RuleId[] => [
  ...new Set(
    suspensions.flatMap(({ rules, providedBy }) =>
      rules.filter(isRuleId).filter((ruleId) => isSuspendable(ruleId, providedBy !== undefined)),
    ),
  ),
];
