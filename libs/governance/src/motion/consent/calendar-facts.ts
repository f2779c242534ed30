import type { When } from '../../kernel/when.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import type { CalendarEntry } from './events.ts';

/** A motion that stands on a consent calendar, as its stream tells it. */
export type ConsentMotion = Readonly<{
  bodyId: string;
  status: MotionStatus;
  textSha256: string;
  revision: number;
}>;

/** A consent calendar, as one of the motions that it names asks for it. */
export type AdoptingCalendar = Readonly<{
  status: MotionStatus;
  since?: When;
  /** The vote, round or consent that adopted it. */
  decidedBy?: string;
  meetingId?: string;
  /** The motion that asks; absent where the calendar does not name it. */
  entry?: CalendarEntry;
  revision: number;
}>;

export const consentMotion = (
  { bodyId, status, textSha256 }: MotionState,
  revision: number,
): ConsentMotion | undefined => (status === 'none' ? undefined : { bodyId, status, textSha256, revision });

export function adoptedByCalendar(
  { status, since, decidedBy, consent }: MotionState,
  revision: number,
  motionId: string,
): AdoptingCalendar | undefined {
  if (status === 'none') return undefined;
  const calendar = consent?.calendar;
  const entry = calendar?.entries.find((one) => one.motionId === motionId);
  return {
    status,
    revision,
    ...(since && { since }),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(calendar && { meetingId: calendar.meetingId }),
    ...(entry && { entry }),
  };
}
