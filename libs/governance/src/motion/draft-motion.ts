import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { EffectGiven } from './effect.ts';
import type { MotionDrafted } from './events.ts';
import type { CuredFact, RosterFact, TextFact } from './facts.ts';
import { existingBody, inStatus } from './guards.ts';
import type { Check } from './guards.ts';
import { classified, textOfAmendment } from './procedure/classified.ts';
import type { Classification } from './procedure/classified.ts';
import type { HashFact, OtherMotionsFact } from './procedure/facts.ts';
import type { MotionState } from './state.ts';
import { wholeEffect } from './whole-effect.ts';

/** Somebody writes down what a body shall be asked to decide. */
export type DraftMotion = Readonly<{
  type: 'DraftMotion';
  bodyId: string;
  title: string;
  /** Left out of an amendment: its text follows from what it does. */
  text?: string;
  /** A cured action is a new motion; the one that it cures keeps its record (meeting rule BA-18). */
  cures?: string;
  effect?: EffectGiven;
}> &
  Classification;

/** The text is pinned by its hash from the first draft to the vote. */
export function* hashed({ textSha256 }: TextFact): Check<string> {
  return textSha256 ?? (yield* refuse('TEXT_HASH_MISSING'));
}

/** A body cures what it did itself. */
function* curesOwnMotion({ bodyId, cures }: DraftMotion, { cured }: CuredFact): Check {
  if (cures === undefined) return;
  if (!cured) return yield* refuse('MOTION_UNKNOWN', { motionId: cures });
  if (cured.bodyId !== bodyId)
    yield* refuse('CURED_MOTION_OF_OTHER_BODY', { rule: 'BA-18', cures, motionOf: cured.bodyId, bodyId });
}

function* givenText(
  { text }: DraftMotion,
  facts: TextFact,
): Check<Pick<MotionDrafted, 'text' | 'textSha256'>> {
  if (text === undefined) return yield* refuse('TEXT_REQUIRED');
  return { text, textSha256: yield* hashed(facts) };
}

export function* draftMotion(
  state: MotionState,
  command: DraftMotion,
  facts: RosterFact & TextFact & CuredFact & OtherMotionsFact & HashFact,
): Decision<MotionDrafted> {
  const { bodyId, title, amendment, cures, effect } = command;
  yield* inStatus(state, command, 'none');
  const roster = yield* existingBody(facts, bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId });
  yield* curesOwnMotion(command, facts);
  const of = yield* classified(command, facts);
  const text = amendment ? textOfAmendment(amendment, facts) : yield* givenText(command, facts);
  const more = {
    ...(cures !== undefined && { cures }),
    ...(effect && { effect: yield* wholeEffect(effect) }),
  };
  return [{ type: 'MotionDrafted', bodyId, title, ...text, ...of, ...more }];
}
