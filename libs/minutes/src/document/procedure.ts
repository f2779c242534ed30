import type { motion, Recorded } from '#governance';
import { otherMotion, unlessEmpty } from './context.ts';
import type { Context } from './context.ts';
import type { DebateLine, InProcedure } from './minutes-document.ts';
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

/** What was ordered of its debate by motions of this meeting; at an earlier one, those minutes tell it. */
const debateOf = (events: Events, context: Context): readonly DebateLine[] =>
  ofTypes(events, 'PreviousQuestionOrdered', 'DebateLimited')
    .filter(({ event }) => context.titles.has(event.byMotionId))
    .map(({ event, envelope }) => {
      const { type, byMotionId, byMotionRevision: _revision, ...limits } = event;
      const order = type === 'DebateLimited' ? 'limits' : 'previous_question';
      return { order, at: envelope.occurredAt, byMotion: otherMotion(context, byMotionId), ...limits };
    });

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
    ...unlessEmpty('debate', debateOf(events, context)),
    ...(status === 'ruled_out_of_order' && ruling && { outOfOrder: ruling.ground }),
  };
}
