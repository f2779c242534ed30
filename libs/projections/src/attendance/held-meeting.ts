import { meeting } from '#governance';
import type { When } from '#governance';
import type { Entry } from '../entries.ts';
import { secondsOf, sittingsOf } from './hours.ts';
import type { MeetingHeld } from './views.ts';

/** A meeting that sat, with what is asked of it seat by seat. */
export type HeldMeeting = Readonly<{
  view: MeetingHeld;
  /** By seat, every stay. */
  stays: ReadonlyMap<string, readonly meeting.PresenceInterval[]>;
  sittings: ReturnType<typeof sittingsOf>;
  /** Who is not there may still come. */
  mayArrive: boolean;
}>;

type Listed = Readonly<{ meetingId: string; title?: string; illustration?: true }>;

/** A meeting that was called to order, or of which stays are recorded. */
const sat = ({ session, presence }: meeting.MeetingState): boolean =>
  !session.cancelled && (session.sittings.length > 0 || presence.size > 0);

const beginning = ({ session, schedule }: meeting.MeetingState): When | undefined =>
  session.sittings[0]?.from ?? schedule?.startsAt;

/** undefined where the meeting did not sit, as far as its entries tell. */
export function heldMeeting(
  { meetingId, title, illustration }: Listed,
  entries: readonly Entry<meeting.MeetingEvent>[],
): HeldMeeting | undefined {
  const state = entries.reduce(
    (before, { event, provenance }) => meeting.decider.evolve(before, event, provenance.occurredAt),
    meeting.decider.initialState,
  );
  const at = beginning(state);
  if (!at || !sat(state)) return undefined;
  const stays = Map.groupBy(meeting.presenceIntervals(state), ({ seatId }) => seatId);
  const sittings = sittingsOf(state);
  const isLive = entries.some(({ provenance }) => provenance.recordingMode === 'live');
  return {
    view: {
      meetingId,
      ...(title !== undefined && { title }),
      at,
      status: meeting.statusOf(state.session),
      presenceRecorded: stays.size > 0,
      ...(sittings && { secondsInSession: secondsOf(sittings) }),
      ...(illustration && { illustration }),
    },
    stays,
    sittings,
    // A source that leaves out the adjournment tells of a meeting that is over all the same.
    mayArrive: isLive && state.session.adjourned === undefined,
  };
}
