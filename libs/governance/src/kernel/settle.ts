import { couldBeRefused, effectOf } from '../rulebook/effect.ts';
import { isRuleId } from '../rulebook/rules.ts';
import type { Selection } from '../rulebook/selection.ts';
import { recordingModes } from './decision.ts';
import type { Decision, Finding, Objection, Outcome, RecordingMode, Severity } from './decision.ts';
import type { When } from './when.ts';

/** The facts by which rules are judged: the time, and what the body had selected by then. */
export type Governing = Selection & Readonly<{ at: When }>;

/** An objection settled: `undefined` where it is none after all. */
type Settled = Severity | 'refused' | undefined;

const refusedIn: Readonly<Record<Exclude<Objection['kind'], 'rule'>, readonly RecordingMode[]>> = {
  impossible: recordingModes,
  incomplete: ['live', 'minutes'],
  irregular: ['live'],
  notable: [],
};

function settledRule(ruleId: string, code: string, mode: RecordingMode, governing: Governing): Settled {
  if (!isRuleId(ruleId)) throw new Error(`${ruleId} is not in the rulebook`);
  switch (effectOf(ruleId, code, mode, governing)) {
    case 'reject':
      return 'refused';
    case 'finding':
      return couldBeRefused(ruleId) ? 'irregular' : 'warning';
    case 'information':
      return 'info';
    case undefined:
      return undefined;
  }
}

function settled(objection: Objection, mode: RecordingMode, governing: Governing): Settled {
  const { kind, code } = objection;
  if (kind === 'rule') return settledRule(objection.ruleId, code, mode, governing);
  if (refusedIn[kind].includes(mode)) return 'refused';
  return kind === 'notable' ? 'warning' : 'irregular';
}

/** A check that judges by itself, as one of structure does, may name its rule among its inputs. */
function findingOf({ code, inputs, ruleId }: Objection, severity: Severity): Finding {
  const named: unknown = ruleId ?? inputs.rule;
  const rule = typeof named === 'string' && isRuleId(named) ? { ruleId: named } : {};
  return { code, severity, ...rule, inputs };
}

/** Runs a decision as the recording mode and the rules demand: the only place where either decides anything. */
export function settle<E>(decision: Decision<E>, mode: RecordingMode, governing: Governing): Outcome<E> {
  const findings: Finding[] = [];
  for (;;) {
    const step = decision.next();
    if (step.done) return { accepted: true, events: step.value, findings };
    const objection = step.value;
    const result = settled(objection, mode, governing);
    if (result === 'refused') return { accepted: false, objection };
    if (result) findings.push(findingOf(objection, result));
  }
}
