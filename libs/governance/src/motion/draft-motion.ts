import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { MotionDrafted } from './events.ts';
import type { RosterFact, TextFact } from './facts.ts';
import { existingBody, inStatus } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionState } from './state.ts';

/** Somebody writes down what a body shall be asked to decide. */
export type DraftMotion = Readonly<{
  type: 'DraftMotion';
  bodyId: string;
  title: string;
  text: string;
  classification?: MotionDrafted['classification'];
}>;

/** The text is pinned by its hash from the first draft to the vote. */
export function* hashed({ textSha256 }: TextFact): Check<string> {
  return textSha256 ?? (yield* refuse('TEXT_HASH_MISSING'));
}

export function* draftMotion(
  state: MotionState,
  command: DraftMotion,
  facts: RosterFact & TextFact,
): Decision<MotionDrafted> {
  const { bodyId, title, text, classification = 'main' } = command;
  yield* inStatus(state, command, 'none');
  const roster = yield* existingBody(facts, bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId });
  return [{ type: 'MotionDrafted', bodyId, title, text, textSha256: yield* hashed(facts), classification }];
}
