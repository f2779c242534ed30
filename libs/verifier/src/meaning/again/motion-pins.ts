import type { motion } from '#governance';

type Pins = Map<string, number>;
type Json = Readonly<Record<string, unknown>>;

const set = (pins: Pins, category: string, id: unknown, revision: unknown): void => {
  if (typeof id === 'string' && typeof revision === 'number') pins.set(`${category}-${id}`, revision);
};

/** Fields that pin the revision of a stream of a category, and the field of the stream's id. */
const fields = [
  ['meetingRevision', 'meeting', 'meetingId'],
  ['byMotionRevision', 'motion', 'byMotionId'],
  ['calendarRevision', 'motion', 'byMotionId'],
  ['fromRevision', 'motion', 'fromMotionId'],
  ['toMotionRevision', 'motion', 'toMotionId'],
  ['challengeRevision', 'challenge', 'challengeId'],
] as const;

const read = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** The revisions at which an event of a motion says that other streams were read. */
export function pinsOf(state: motion.MotionState, event: motion.MotionEvent): ReadonlyMap<string, number> {
  const pins: Pins = new Map();
  const of = event as unknown as Json;
  const { proxy, boundRule, authority, dividedFrom, nextRegularMeeting } = of as Readonly<
    Record<string, Json | undefined>
  >;
  set(pins, 'body', state.bodyId, of.rosterRevision ?? proxy?.rosterRevision);
  for (const [revision, category, id] of fields) set(pins, category, of[id], of[revision]);
  const open = state.vote?.meetingId ?? state.consensus?.open?.meetingId ?? state.meetingId;
  if (of.meetingId === undefined) set(pins, 'meeting', open, of.meetingRevision);
  set(pins, 'instrument', boundRule?.instrumentId, boundRule?.instrumentRevision);
  for (const one of read(of.boundRules)) set(pins, 'instrument', one.instrumentId, one.instrumentRevision);
  set(pins, 'motion', authority?.motionId, authority?.motionRevision);
  set(pins, 'motion', dividedFrom?.motionId, dividedFrom?.revision);
  set(pins, 'motion', of.appliesTo ?? state.appliesTo, of.appliesToRevision);
  set(pins, 'meeting', nextRegularMeeting?.meetingId, nextRegularMeeting?.revision);
  for (const { motionId, revision } of [...read(of.pendingMotions), ...read(of.entries)])
    set(pins, 'motion', motionId, revision);
  return pins;
}
