import { notable, refuse } from '../../kernel/index.ts';
import type { Check } from '../guards.ts';
import { amendedAmendment, amendedText, amendmentProblems, amendmentText, isMisfit } from './amendment.ts';
import type { Amendment, Misfit } from './amendment.ts';
import type { Classified } from './events.ts';
import type { HashFact, OtherMotion, OtherMotionsFact } from './facts.ts';
import { motionOfBody } from './guards.ts';
import { needsTarget } from './in-order.ts';
import { amends } from './motion-class.ts';
import type { MotionClass } from './motion-class.ts';

/** What a draft says of the class of a motion. */
export type Classification = Readonly<{
  /** A main motion where it is absent. */
  classification?: MotionClass;
  appliesTo?: string;
  amendment?: Amendment;
}>;

/** What an amendment makes of a motion; of an amendment, another amendment and its text. */
export type Change = Readonly<{ text: string; amendment?: Amendment }>;

export function changeOf({ state }: Pick<OtherMotion, 'state'>, amendment: Amendment): Change | Misfit {
  if (!state.amendment) return amendedText(state.text, amendment);
  const changed = amendedAmendment(state.amendment, amendment);
  return isMisfit(changed) ? changed : { text: amendmentText(changed), amendment: changed };
}

/** An operation belongs to an amendment, and is complete. */
function* operation(classification: MotionClass, amendment: Amendment | undefined): Check {
  if (amends(classification) && !amendment) yield* refuse('AMENDMENT_REQUIRED', { classification });
  if (!amendment) return;
  if (!amends(classification)) yield* refuse('AMENDMENT_UNEXPECTED', { classification });
  const problems = amendmentProblems(amendment);
  if (problems.length > 0) yield* refuse('AMENDMENT_MALFORMED', { problems });
}

function* target(
  { classification = 'main', appliesTo }: Classification,
  bodyId: string,
  facts: OtherMotionsFact,
): Check<OtherMotion | undefined> {
  if (appliesTo === undefined) {
    if (needsTarget(classification)) yield* refuse('APPLIES_TO_REQUIRED', { classification });
    return undefined;
  }
  if (classification === 'main') yield* refuse('APPLIES_TO_UNEXPECTED', { classification, appliesTo });
  return yield* motionOfBody(facts, appliesTo, bodyId);
}

/** The place of a draft among motions; an amendment that does not fit the text as it stands may fit it later. */
export function* classified(
  draft: Classification & Readonly<{ bodyId: string }>,
  facts: OtherMotionsFact,
): Check<Classified> {
  const { classification = 'main', amendment, bodyId } = draft;
  yield* operation(classification, amendment);
  const original = yield* target(draft, bodyId, facts);
  const misfit = original && amendment && changeOf(original, amendment);
  if (misfit && isMisfit(misfit)) yield notable('AMENDMENT_DOES_NOT_FIT', { ...misfit });
  return {
    classification,
    ...(original && { appliesTo: original.motionId, appliesToRevision: original.revision }),
    ...(amendment && { amendment }),
    ...(classification === 'subsidiary.amend' && { degree: (original?.state.degree ?? 0) + 1 }),
  };
}

/** The text of a draft and its hash: that of an amendment follows from its operation. */
export const textOfAmendment = (
  amendment: Amendment,
  { sha256 }: HashFact,
): Readonly<{ text: string; textSha256: string }> => {
  const text = amendmentText(amendment);
  return { text, textSha256: sha256(text) };
};
