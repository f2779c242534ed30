import type { motion, Recorded } from '#governance';
import { otherMotion, unlessEmpty } from './context.ts';
import type { Context } from './context.ts';
import type { InProcedure } from './minutes-document.ts';
import { ofTypes } from './source.ts';

type Events = readonly Recorded<motion.MotionEvent>[];

function drafted(events: Events, context: Context): InProcedure {
  const draft = ofTypes(events, 'MotionDrafted')[0]?.event;
  if (!draft) return {};
  const { classification, appliesTo, dividedFrom } = draft;
  return {
    ...(classification !== 'main' && { classification }),
    ...(appliesTo !== undefined && { appliesTo: otherMotion(context, appliesTo) }),
    ...(dividedFrom && { dividedFrom: otherMotion(context, dividedFrom.motionId) }),
  };
}

/** What motions, the body and the chair did to a motion in this meeting. RONR (12th ed.) 48:4(6). */
export function inProcedure(
  events: Events,
  { status, procedure }: motion.MotionState,
  context: Context,
): InProcedure {
  const divided = ofTypes(events, 'QuestionDivided').flatMap(({ event }) => event.children);
  const amended = ofTypes(events, 'MotionTextAmended', 'AdoptedMotionAmended')
    .map(({ event }) => event.byMotionId)
    .filter((motionId) => context.titles.has(motionId));
  const { ruling } = procedure;
  return {
    ...drafted(events, context),
    ...unlessEmpty(
      'dividedInto',
      divided.map(({ motionId, title }) => otherMotion(context, motionId, title)),
    ),
    ...unlessEmpty(
      'amendedBy',
      amended.map((motionId) => otherMotion(context, motionId)),
    ),
    ...(status === 'ruled_out_of_order' && ruling && { outOfOrder: ruling.ground }),
  };
}
