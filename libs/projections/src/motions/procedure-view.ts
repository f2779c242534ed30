import { motion } from '#governance';
import type { Entry } from '../entries.ts';
import type { TimelineEvent } from '../motion-timeline/index.ts';
import type { EffectView, ProcedureView, TextVersion } from './views.ts';

type TextEvent =
  motion.MotionDrafted | motion.MotionTextRevised | motion.MotionTextAmended | motion.AdoptedMotionAmended;

const isText = (entry: Entry<TimelineEvent>): entry is Entry<TextEvent> =>
  entry.event.type === 'MotionDrafted' ||
  entry.event.type === 'MotionTextRevised' ||
  entry.event.type === 'MotionTextAmended' ||
  entry.event.type === 'AdoptedMotionAmended';

function versionOf({ event, provenance }: Entry<TextEvent>): TextVersion {
  const { text } = event;
  if (!('byMotionId' in event)) return { text, textSha256: event.textSha256, provenance };
  const { afterSha256: textSha256, byMotionId, amendment } = event;
  return { text, textSha256, byMotionId, amendment, provenance };
}

/** What motions did to this one, in the order in which it happened. */
export const effectsOn = (entries: readonly Entry<TimelineEvent>[]): readonly EffectView[] =>
  entries.flatMap(({ event, provenance }) =>
    'byMotionId' in event && event.byMotionId !== undefined
      ? [{ type: event.type, byMotionId: event.byMotionId, provenance }]
      : [],
  );

type Single = Omit<ProcedureView, 'texts' | 'changedBy' | 'transmissions'>;

/** A motion on the table may be taken from it until this day; from the next on the record proposes that it died (RR-10). */
const lastDayOnTable = (tabled: Entry<TimelineEvent>): string =>
  motion.endOfSessionInterval(tabled.provenance.occurredAt, 'UTC').slice(0, 'YYYY-MM-DD'.length);

function drafted(view: Single, event: motion.MotionDrafted): Single {
  const { amendment, degree, dividedFrom } = event;
  return {
    ...view,
    ...(amendment && { amendment }),
    ...(degree !== undefined && { degree }),
    ...(dividedFrom && { dividedFrom }),
  };
}

const without = (view: Single, field: keyof Single): Single => {
  const { [field]: _ended, ...rest } = view;
  return rest;
};

function withEntry(view: Single, entry: Entry<TimelineEvent>): Single {
  const { event, provenance } = entry;
  switch (event.type) {
    case 'MotionDrafted':
      return drafted(view, event);
    case 'PreviousNoticeGiven': {
      const { type: _type, ...notice } = event;
      return { ...view, previousNotice: { ...notice, provenance } };
    }
    case 'QuestionDivided':
      return { ...view, dividedInto: event.children.map(({ motionId }) => motionId) };
    case 'MotionRuledOutOfOrder': {
      const { meetingId, rulingId, ground } = event;
      return { ...view, ruling: { meetingId, rulingId, ground, provenance } };
    }
    case 'MotionReinstated':
      return without(view, 'ruling');
    case 'PreviousQuestionOrdered':
      return { ...view, previousQuestion: { byMotionId: event.byMotionId, provenance } };
    case 'DebateLimited': {
      const { type: _type, byMotionRevision: _revision, ...limits } = event;
      return { ...view, debateLimits: { ...limits, provenance } };
    }
    case 'MotionAdopted':
    case 'MotionRejected':
      return without(without(view, 'previousQuestion'), 'debateLimits');
    case 'ReconsiderationMoved':
      return { ...view, executionSuspended: { byMotionId: event.byMotionId, rule: 'RR-08', provenance } };
    case 'MotionReconsidered':
    case 'ReconsiderationEnded':
      return without(view, 'executionSuspended');
    case 'MotionTabled':
      return { ...view, onTableUntil: lastDayOnTable(entry) };
    case 'MotionTakenFromTable':
    case 'MotionLapsed':
      return without(view, 'onTableUntil');
    case 'MotionReceived': {
      const { fromBodyId, fromMotionId } = event;
      return { ...view, receivedFrom: { bodyId: fromBodyId, motionId: fromMotionId, provenance } };
    }
    default:
      return view;
  }
}

/** Where the motion was sent, and what was done with it there. */
function transmissionsOf(entries: readonly Entry<TimelineEvent>[]): ProcedureView['transmissions'] {
  const actions = new Map(
    entries.flatMap(({ event }) =>
      event.type === 'ReceivingBodyActed' ? [[event.toMotionId, event.action] as const] : [],
    ),
  );
  return entries.flatMap(({ event, provenance }) => {
    if (event.type !== 'MotionTransmitted') return [];
    const { toBodyId, toMotionId } = event;
    const action = actions.get(toMotionId);
    return [{ toBodyId, toMotionId, ...(action && { action }), provenance }];
  });
}

/** What other motions, rulings and bodies did to a motion. */
export const procedureOf = (entries: readonly Entry<TimelineEvent>[]): ProcedureView => ({
  ...entries.reduce<Single>(withEntry, {}),
  texts: entries.filter(isText).map(versionOf),
  changedBy: effectsOn(entries),
  transmissions: transmissionsOf(entries),
});
