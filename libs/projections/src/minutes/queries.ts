import { meeting } from '#governance';
import type { When } from '#governance';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { meetingEntries } from '../meetings/model.ts';
import { knownBy } from '../statements.ts';
import type { Reads } from '../runtime/index.ts';
import type { MinutesFactView, MinutesStanding, MinutesTimes, MinutesView } from './views.ts';

/** Motions that were before a meeting, in the order in which they came up. */
export const motionsBefore = (reads: Reads, meetingId: string): readonly string[] =>
  reads
    .all<{ motion_id: string }>(
      'SELECT motion_id FROM meeting_motions WHERE meeting_id = ? ORDER BY position',
      meetingId,
    )
    .map(({ motion_id: motionId }) => motionId);

/** Meetings whose minutes a motion approved or corrected. */
export const minutesActedOnBy = (reads: Reads, motionId: string): readonly string[] =>
  reads
    .all<{ meeting_id: string }>(
      'SELECT meeting_id FROM minutes_acts WHERE motion_id = ? ORDER BY meeting_id',
      motionId,
    )
    .map(({ meeting_id: meetingId }) => meetingId);

type Type = meeting.MinutesEvent['type'];
type EventOf<T extends Type> = Extract<meeting.MinutesEvent, { type: T }>;

const facts = <T extends Type>(
  entries: readonly Entry<meeting.MeetingEvent>[],
  type: T,
): readonly MinutesFactView<EventOf<T>>[] =>
  entries
    .filter((entry): entry is Entry<EventOf<T>> => entry.event.type === type)
    .map(({ event: { type: _type, ...event }, provenance }) => ({
      ...(event as Omit<EventOf<T>, 'type'>),
      provenance,
    }));

/** How the minutes stand now; undefined where none were drafted. */
export const minutesStanding = (reads: Reads, meetingId: string): MinutesStanding | undefined =>
  reads.get('SELECT status, sha256 FROM minutes_standing WHERE meeting_id = ?', meetingId);

/** What happened, or may have, by a time. */
const happenedBy =
  (asOf: When | undefined) =>
  ({ provenance }: Entry<meeting.MeetingEvent>): boolean =>
    asOf === undefined || provenance.occurredAt.earliest <= asOf.latest;

/**
 * The minutes of a meeting, with everything that became of them; undefined where none were drafted, or had been by
 * the time that is asked for.
 */
export function minutesView(
  reads: Reads,
  meetingId: string,
  times: MinutesTimes = {},
): MinutesView | undefined {
  const { asOf, knownAt } = times;
  const all = entriesOf<meeting.MeetingEvent>(reads, meetingEntries, meetingId);
  const entries = knownBy(all, knownAt).filter(happenedBy(asOf));
  const { evolve, initialState } = meeting.decider;
  const { schedule, minutes } = entries.reduce(
    (state, { event, provenance }) => evolve(state, event, provenance.occurredAt),
    initialState,
  );
  const sha256 = meeting.currentSha256(minutes);
  if (sha256 === undefined) return undefined;
  const approved = facts(entries, 'MinutesApproved').at(-1);
  return {
    meetingId,
    ...(schedule && { bodyId: schedule.bodyId }),
    ...(asOf && { asOf }),
    ...(knownAt !== undefined && { knownAt }),
    status: approved ? 'approved' : 'draft',
    sha256,
    attested: meeting.isAttested(minutes),
    ...(approved && { approved }),
    corrections: facts(entries, 'MinutesCorrectionRecorded'),
    attestations: facts(entries, 'RecordAttested'),
    drafts: facts(entries, 'MinutesDrafted'),
  };
}
