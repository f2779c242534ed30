import { refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import { unusedId } from '../deciding.ts';
import type { MotionAdopted } from '../events.ts';
import type { CalendarFact } from '../facts.ts';
import { inStatus, notBefore } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import { adoptable } from './compile-consent-calendar.ts';
import type { CalendarEntry, ConsentCalendarApplied } from './events.ts';

/**
 * The consent calendar that named the motion was adopted, and the motion with it. The calendar's stream is read
 * and pinned: one motion adopts many, and each says so in a stream of its own.
 */
export type AdoptByConsentCalendar = Readonly<{ type: 'AdoptByConsentCalendar'; byMotionId: string }>;

type Facts = CalendarFact & AtFact;
type Adopted = Readonly<{ decidedBy: string; revision: number; entry: CalendarEntry; meetingId: string }>;

function* adoptedCalendar({ byMotionId }: AdoptByConsentCalendar, { calendar, at }: Facts): Check<Adopted> {
  if (!calendar) return yield* refuse('MOTION_UNKNOWN', { motionId: byMotionId });
  const { status, decidedBy, entry, meetingId, revision, since } = calendar;
  if (status !== 'adopted' || decidedBy === undefined)
    return yield* refuse('CONSENT_CALENDAR_NOT_ADOPTED', { byMotionId, status });
  if (!entry || meetingId === undefined) return yield* refuse('NOT_ON_CONSENT_CALENDAR', { byMotionId });
  yield* notBefore(at, since);
  return { decidedBy, revision, entry, meetingId };
}

export function* adoptByConsentCalendar(
  state: MotionState,
  command: AdoptByConsentCalendar,
  facts: Facts,
): Decision<ConsentCalendarApplied | MotionAdopted> {
  const { byMotionId } = command;
  yield* inStatus(state, command, ...adoptable);
  yield* unusedId(state, byMotionId);
  const { decidedBy, revision, entry, meetingId } = yield* adoptedCalendar(command, facts);
  const { itemId, textSha256 } = entry;
  if (textSha256 !== state.textSha256)
    yield* refuse('TEXT_HASH_MISMATCH', { read: textSha256, recorded: state.textSha256 });
  const read = { calendarRevision: revision, calendarDecidedBy: decidedBy };
  return [
    { type: 'ConsentCalendarApplied', byMotionId, ...read, meetingId, itemId, textSha256 },
    { type: 'MotionAdopted', byMotionId },
  ];
}
