import { refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import type { AttendanceFact, ConsentFact } from '../facts.ts';
import { inStatus, meetingOfBody } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState, MotionStatus } from '../state.ts';
import type { CalendarEntry, ConsentCalendarCompiled } from './events.ts';

/**
 * The motion is to adopt, at once, every consent item of a meeting that nobody has pulled. It names the motions
 * of those items with text and revision; whoever pulls one later has the calendar compiled anew.
 * RONR (12th ed.) 41:32.
 */
export type CompileConsentCalendar = Readonly<{ type: 'CompileConsentCalendar'; meetingId: string }>;

/** A motion on the calendar has not been disposed of, and is not being decided by itself. */
export const adoptable: readonly MotionStatus[] = ['submitted', 'agendized', 'moved', 'pending'];

function* entryOf(
  { bodyId }: MotionState,
  itemId: string,
  motionId: string,
  facts: ConsentFact,
): Check<CalendarEntry> {
  const member = facts.consentMotions?.get(motionId);
  if (!member) return yield* refuse('MOTION_UNKNOWN', { motionId, itemId });
  const { status, textSha256, revision } = member;
  if (member.bodyId !== bodyId || !adoptable.includes(status))
    return yield* refuse('CONSENT_MOTION_NOT_ADOPTABLE', { motionId, itemId, status, bodyId: member.bodyId });
  return { motionId, itemId, textSha256, revision };
}

export function* compileConsentCalendar(
  state: MotionState,
  command: CompileConsentCalendar,
  facts: AttendanceFact & ConsentFact,
): Decision<ConsentCalendarCompiled> {
  yield* inStatus(state, command, 'drafted', ...adoptable);
  const {
    meetingId,
    revision,
    consentItems = new Map<string, string>(),
  } = yield* meetingOfBody(state, facts);
  const entries: CalendarEntry[] = [];
  for (const [itemId, motionId] of consentItems) entries.push(yield* entryOf(state, itemId, motionId, facts));
  if (entries.length === 0) return yield* refuse('CONSENT_CALENDAR_EMPTY', { meetingId });
  return [{ type: 'ConsentCalendarCompiled', meetingId, meetingRevision: revision, entries }];
}
