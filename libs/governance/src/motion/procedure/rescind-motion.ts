import { refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import { carries } from '../cited.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import { textAmendedBy } from './amend-motion-text.ts';
import type { AmendMotionText } from './amend-motion-text.ts';
import { effectStands } from './effect-stands.ts';
import type { AdoptedMotionAmended, MotionRescinded } from './events.ts';
import type { HashFact, OtherMotionsFact } from './facts.ts';
import { adoptedOnThis } from './guards.ts';

/** The body takes back what it adopted. RONR (12th ed.) 35, meeting rule RR-06. */
export type RescindMotion = Readonly<{ type: 'RescindMotion'; byMotionId: string }>;

/** The body changes the text of what it adopted. RONR (12th ed.) 35, meeting rule RR-06. */
export type AmendAdoptedMotion = Readonly<{ type: 'AmendAdoptedMotion' } & Omit<AmendMotionText, 'type'>>;

function* inEffect({ status }: MotionState): Check {
  if (carries.includes(status)) return;
  yield* refuse('NOTHING_TO_RESCIND', { rule: 'RR-06', status });
}

export function* rescindMotion(
  state: MotionState,
  { byMotionId }: RescindMotion,
  facts: OtherMotionsFact & AtFact,
): Decision<MotionRescinded> {
  yield* inEffect(state);
  yield* effectStands(state);
  return [
    { type: 'MotionRescinded', ...(yield* adoptedOnThis(state, facts, byMotionId, 'bringback.rescind')).pin },
  ];
}

export function* amendAdoptedMotion(
  state: MotionState,
  command: AmendAdoptedMotion,
  facts: OtherMotionsFact & HashFact & AtFact,
): Decision<AdoptedMotionAmended> {
  yield* inEffect(state);
  const change = yield* textAmendedBy(state, command, facts, 'bringback.amend_previously_adopted');
  return [{ type: 'AdoptedMotionAmended', ...change }];
}
