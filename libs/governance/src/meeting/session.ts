import type { When } from '../kernel/when.ts';
import type {
  MeetingAdjourned,
  MeetingCalledToOrder,
  MeetingCancelled,
  MeetingRecessed,
  MeetingReconvened,
} from './events.ts';
import { closeLast, endedBy, isEarlier, isOpen, mayCover } from './span.ts';
import type { Span } from './span.ts';

export type MeetingStatus = 'scheduled' | 'cancelled' | 'in_session' | 'recessed' | 'adjourned';

/**
 * When the body sat. The last sitting keeps no end of its own at the adjournment, so that a recess remembered
 * later still finds its place before it.
 */
export type Session = Readonly<{ sittings: readonly Span[]; adjourned?: When; cancelled?: When }>;

export const noSession: Session = { sittings: [] };

export type SessionEvent =
  MeetingCancelled | MeetingCalledToOrder | MeetingRecessed | MeetingReconvened | MeetingAdjourned;

export function evolveSession(session: Session, { type }: SessionEvent, at: When): Session {
  switch (type) {
    case 'MeetingCancelled':
      return { ...session, cancelled: at };
    case 'MeetingCalledToOrder':
    case 'MeetingReconvened':
      return { ...session, sittings: [...session.sittings, { from: at }] };
    case 'MeetingRecessed':
      return { ...session, sittings: closeLast(session.sittings, at) };
    case 'MeetingAdjourned':
      return { ...session, adjourned: at };
  }
}

export const calledToOrderAt = ({ sittings }: Session): When | undefined => sittings[0]?.from;

export const isSitting = ({ sittings }: Session): boolean => isOpen(sittings.at(-1));

/** Whether the meeting was certainly over at that time. */
export const isOver = ({ adjourned }: Session, at: When): boolean =>
  adjourned !== undefined && isEarlier(adjourned, at);

/** When the body sat; the last sitting ended with the adjournment. */
export const sittingsOf = ({ sittings, adjourned }: Session): readonly Span[] =>
  sittings.map((sitting) => endedBy(sitting, adjourned));

/** Whether the body may have sat at that time. */
export const mayBeInSession = (session: Session, at: When): boolean =>
  sittingsOf(session).some((sitting) => mayCover(sitting, at));

export function statusOf(session: Session): MeetingStatus {
  if (session.cancelled) return 'cancelled';
  if (session.adjourned) return 'adjourned';
  if (session.sittings.length === 0) return 'scheduled';
  return isSitting(session) ? 'in_session' : 'recessed';
}
