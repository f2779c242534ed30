import { refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import { inStatus } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import { isMisfit } from './amendment.ts';
import { changeOf } from './classified.ts';
import type { MotionTextAmended } from './events.ts';
import type { HashFact, OtherMotionsFact } from './facts.ts';
import { adoptedOnThis } from './guards.ts';
import type { MotionClass } from './motion-class.ts';

/** An amendment that the body adopted takes effect on the text. RONR (12th ed.) 12:1. */
export type AmendMotionText = Readonly<{
  type: 'AmendMotionText';
  byMotionId: string;
  /** Of the text before, where the secretary holds it against the record. */
  beforeSha256?: string;
}>;

type AmendFacts = OtherMotionsFact & HashFact & AtFact;

/** The text as an adopted motion leaves it, with what pins that motion; shared by pending and by adopted texts. */
export function* textAmendedBy(
  state: MotionState,
  { byMotionId, beforeSha256 = state.textSha256 }: Omit<AmendMotionText, 'type'>,
  facts: AmendFacts,
  motionClass: MotionClass,
): Check<Omit<MotionTextAmended, 'type'>> {
  if (beforeSha256 !== state.textSha256)
    yield* refuse('TEXT_HASH_MISMATCH', { read: beforeSha256, recorded: state.textSha256 });
  const by = yield* adoptedOnThis(state, facts, byMotionId, motionClass);
  const { amendment } = by.state;
  if (!amendment) return yield* refuse('AMENDMENT_REQUIRED', { byMotionId });
  const change = changeOf({ state }, amendment);
  if (isMisfit(change)) return yield* refuse('AMENDMENT_DOES_NOT_FIT', { byMotionId, ...change });
  const { text } = change;
  return { ...by.pin, amendment, beforeSha256, afterSha256: facts.sha256(text), text };
}

/** What is voted on, or was decided, keeps its text. */
const frozen: readonly MotionStatus[] = [
  'voting',
  'adopted',
  'rejected',
  'rescinded',
  'amended_after_adoption',
];

export function* amendMotionText(
  state: MotionState,
  command: AmendMotionText,
  facts: AmendFacts,
): Decision<MotionTextAmended> {
  const { status } = state;
  if (frozen.includes(status)) return yield* refuse('TEXT_FROZEN', { status });
  yield* inStatus(state, command, 'pending');
  return [
    { type: 'MotionTextAmended', ...(yield* textAmendedBy(state, command, facts, 'subsidiary.amend')) },
  ];
}
