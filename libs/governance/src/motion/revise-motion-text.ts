import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { hashed } from './draft-motion.ts';
import type { MotionTextRevised } from './events.ts';
import type { TextFact } from './facts.ts';
import { inStatus } from './guards.ts';
import type { MotionState } from './state.ts';

/** The draft gets another text. Once it is submitted, only an amendment changes it. */
export type ReviseMotionText = Readonly<{ type: 'ReviseMotionText'; text: string }>;

export function* reviseMotionText(
  state: MotionState,
  command: ReviseMotionText,
  facts: TextFact,
): Decision<MotionTextRevised> {
  const { status } = state;
  if (status !== 'none' && status !== 'drafted') return yield* refuse('TEXT_FROZEN', { status });
  yield* inStatus(state, command, 'drafted');
  return [{ type: 'MotionTextRevised', text: command.text, textSha256: yield* hashed(facts) }];
}
