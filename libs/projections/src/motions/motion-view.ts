import type { motion, When } from '#governance';
import type { Entry } from '../entries.ts';
import type { TimelineEvent } from '../motion-timeline/index.ts';
import type { MotionView, SeatAct } from './views.ts';

type Text = Pick<MotionView, 'text' | 'textSha256' | 'cures' | 'effect' | 'draftedAt'>;
type Acts = Pick<MotionView, 'itemId' | 'moved' | 'seconded' | 'voided'>;

const drafted = ({ text, textSha256, cures, effect }: motion.MotionDrafted, draftedAt: When): Text => ({
  text,
  textSha256,
  ...(cures !== undefined && { cures }),
  ...(effect && { effect }),
  draftedAt,
});

/** The text as drafted, revised or amended last. */
function withText(view: Text, { event, provenance }: Entry<TimelineEvent>): Text {
  switch (event.type) {
    case 'MotionDrafted':
      return drafted(event, provenance.occurredAt);
    case 'MotionTextRevised':
      return { ...view, text: event.text, textSha256: event.textSha256 };
    case 'MotionTextAmended':
    case 'AdoptedMotionAmended':
      return { ...view, text: event.text, textSha256: event.afterSha256 };
    default:
      return view;
  }
}

function seatAct({ event, provenance }: Entry<motion.MotionMoved | motion.MotionSeconded>): SeatAct {
  const { seatId, constituencyId } = event;
  const exemption = event.type === 'MotionSeconded' ? event.exemption : undefined;
  return {
    ...(seatId !== undefined && { seatId }),
    ...(constituencyId !== undefined && { constituencyId }),
    ...(exemption !== undefined && { exemption }),
    provenance,
  };
}

/** Who moved and seconded it last. */
function withAct(view: Acts, entry: Entry<TimelineEvent>): Acts {
  const { event } = entry;
  switch (event.type) {
    case 'MotionAgendized':
      return { ...view, itemId: event.itemId };
    case 'MotionMoved':
      return { ...view, moved: seatAct({ ...entry, event }) };
    case 'MotionSeconded':
      return { ...view, seconded: seatAct({ ...entry, event }) };
    case 'MotionVoided': {
      const { type: _type, ...voiding } = event;
      return { ...view, voided: { ...voiding, provenance: entry.provenance } };
    }
    default:
      return view;
  }
}

/** What a motion's events tell besides its summary and its votes. */
export const describe = (entries: readonly Entry<TimelineEvent>[]): Text & Acts => ({
  ...entries.reduce<Text>(withText, {}),
  ...entries.reduce<Acts>(withAct, {}),
});
