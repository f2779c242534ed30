import { body, meeting } from '#governance';
import type { motion, Recorded } from '#governance';
import type { PreviousCorrection, PreviousMinutes } from './minutes-document.ts';

type Events<E extends meeting.MeetingEvent | motion.MotionEvent | body.BodyEvent> = readonly Recorded<E>[];

/** What minutes are made of: streams as far as they were read, and nothing else. */
export type MinutesSource = Readonly<{
  meetingId: string;
  bodyId: string;
  meeting: Events<meeting.MeetingEvent>;
  body: Events<body.BodyEvent>;
  /** By id, motions that were before the meeting, in the order in which they came up. */
  motions: ReadonlyMap<string, Events<motion.MotionEvent>>;
  previousMinutes: readonly PreviousMinutes[];
  previousCorrections: readonly PreviousCorrection[];
}>;

/** Minutes are public: of what is not, they tell what is reported out, and that is an event of its own. */
export const isPublic = ({ envelope }: Recorded): boolean => envelope.visibility === 'public';

/** All that is recorded publicly of one thing. */
export const publicEvents = <E extends Recorded>(events: readonly E[]): readonly E[] =>
  events.filter(isPublic);

/** Events of some types with when they happened, in the order of the record. */
export function ofTypes<E extends meeting.MeetingEvent | motion.MotionEvent, T extends E['type']>(
  events: readonly Recorded<E>[],
  ...types: readonly T[]
): readonly Recorded<Extract<E, { type: T }>>[] {
  const isWanted = (one: Recorded<E>): one is Recorded<Extract<E, { type: T }>> =>
    types.some((type) => type === one.event.type);
  return events.filter(isWanted);
}

/** The body and the meeting as their events tell them. */
export const meetingState = (events: Events<meeting.MeetingEvent>): meeting.MeetingState =>
  events.reduce(
    (state, { event, envelope }) => meeting.decider.evolve(state, event, envelope.occurredAt),
    meeting.decider.initialState,
  );

export const bodyState = (events: Events<body.BodyEvent>): body.BodyState =>
  events.reduce(
    (state, { event, envelope }) => body.decider.evolve(state, event, envelope.occurredAt),
    body.decider.initialState,
  );
