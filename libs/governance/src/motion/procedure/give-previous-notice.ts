import { broken } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import type { AttendanceFact, RegimeFact } from '../facts.ts';
import { inSession, inStatus, meetingOfBody } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { DecisionRule } from '../../tally/index.ts';
import type { PreviousNoticeGiven } from './events.ts';

/** The members are told that the motion will come up. RONR (12th ed.) 10:44–51. */
export type GivePreviousNotice = Readonly<{ type: 'GivePreviousNotice' } & Omit<PreviousNoticeGiven, 'type'>>;

/** Notice at a meeting is given while it sits; in a call, before the meeting. */
export function* givePreviousNotice(
  state: MotionState,
  command: GivePreviousNotice,
  facts: AttendanceFact & RegimeFact & AtFact,
): Decision<PreviousNoticeGiven> {
  yield* inStatus(
    state,
    command,
    'drafted',
    'submitted',
    'agendized',
    'moved',
    'pending',
    'tabled',
    'postponed',
    'referred',
  );
  if (command.how === 'at_meeting') yield* inSession(state, facts);
  else yield* meetingOfBody(state, facts);
  return [{ ...command, type: 'PreviousNoticeGiven' }];
}

/** A notice given in the very meeting that decides was not given before. */
export const isNoticed = ({ procedure: { notice } }: MotionState, meetingId: string): boolean =>
  notice !== undefined && (notice.how === 'in_call' || notice.meetingId !== meetingId);

/** The rule as it is after notice was given, or was not: what the vote pins (RR-06, RR-12). */
export function* ruleAfterNotice(
  state: MotionState,
  rule: DecisionRule,
  meetingId: string,
): Check<DecisionRule> {
  const { previousNotice, ruleId } = rule;
  if (!previousNotice) return rule;
  if (isNoticed(state, meetingId))
    return previousNotice.altersTo ? { ...rule, passIfAny: previousNotice.altersTo } : rule;
  if (previousNotice.required) yield broken('RR-12', 'PREVIOUS_NOTICE_REQUIRED', { ruleId, meetingId });
  return rule;
}
