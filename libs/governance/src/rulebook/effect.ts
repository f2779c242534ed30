import type { RecordingMode } from '../kernel/decision.ts';
import { startOfDay } from '../kernel/time-zone.ts';
import type { When } from '../kernel/when.ts';
import type { Effect, Rule } from './rule.ts';
import { ruleOf } from './rules.ts';
import type { RuleId } from './rules.ts';
import type { AdoptedOrder, Selection } from './selection.ts';

/**
 * How far a rule reaches a body. What it adopted as a policy of its own it may suspend: breaking it is a finding
 * and refuses nothing.
 */
export type Reach = 'binds' | 'policy' | 'informs' | 'none';

function regimeReach(law: string, { regime = 'UNDETERMINED' }: Selection): Reach {
  if (regime === law) return 'binds';
  if (regime === 'UNDETERMINED') return 'informs';
  // A committee born of bargaining is outside the Brown Act, and many keep to it all the same.
  return regime === 'EERA_EXEMPT' && law === 'BROWN_ACT' ? 'informs' : 'none';
}

/** Rosenberg's Rules agree with Robert's in most, and not in all: what Robert's say is told. */
const orderReach: Readonly<Record<AdoptedOrder['rulesOfOrder'], Reach>> = {
  RONR: 'binds',
  ROSENBERG: 'informs',
  NONE: 'none',
};

function selectedReach({ selectedBy, exemptsSmallBoards }: Rule, selection: Selection): Reach {
  switch (selectedBy.by) {
    case 'record':
      return 'binds';
    case 'policy':
      return 'informs';
    case 'regime':
      return regimeReach(selectedBy.regime, selection);
    case 'order': {
      if (exemptsSmallBoards && selection.order?.smallBoard) return 'none';
      return selection.order ? orderReach[selection.order.rulesOfOrder] : 'informs';
    }
  }
}

export function reachOf(id: RuleId, selection: Selection): Reach {
  const reach = selectedReach(ruleOf(id), selection);
  return reach !== 'binds' && selection.policy?.includes(id) ? 'policy' : reach;
}

const zone = 'America/Los_Angeles';
const startsOn = (day: string): string =>
  new Date(startOfDay(Date.parse(`${day}T00:00:00Z`), zone)).toISOString();

/** Whether the rule was the law at a time; `possible` where the time is too coarse to tell. */
export function inForce({ effective }: Rule, at: When): 'certain' | 'possible' | 'no' {
  const from = effective?.from === undefined ? '' : startsOn(effective.from);
  const until = effective?.until === undefined ? '~' : startsOn(effective.until);
  if (at.latest < from || at.earliest >= until) return 'no';
  return from <= at.earliest && at.latest < until ? 'certain' : 'possible';
}

/** What breaking a rule comes to, for one body at one time; undefined where the rule is none for it then. */
export function effectOf(
  id: RuleId,
  code: string,
  mode: RecordingMode,
  { at, ...selection }: Selection & Readonly<{ at: When }>,
): Effect | undefined {
  const rule = ruleOf(id);
  const reach = reachOf(id, selection);
  const force = inForce(rule, at);
  if (reach === 'none' || force === 'no') return undefined;
  const isRemark = !rule.verified || rule.remarks?.includes(code);
  const isSuspended = selection.suspended?.includes(id) ?? false;
  if (isRemark || isSuspended || reach === 'informs' || force === 'possible') return 'information';
  if (rule.noted?.includes(code)) return 'finding';
  const { strict, severity } = rule;
  const effect = (selection.order?.precedence === 'strict' && strict ? strict : severity)[mode];
  return reach === 'policy' && effect === 'reject' ? 'finding' : effect;
}

/** Whether it could have been refused as it happened: then it is more than a remark wherever it is recorded. */
export const couldBeRefused = (id: RuleId): boolean => ruleOf(id).severity.live === 'reject';
