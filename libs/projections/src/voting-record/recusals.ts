import { endOfTime } from '#governance';
import type { meeting } from '#governance';
import { entriesOf } from '../entries.ts';

import { meetingEntries } from '../meetings/model.ts';
import type { Reads } from '../runtime/index.ts';
import { knownBy } from '../statements.ts';
import type { VotingRecordFilter } from './queries.ts';
import type { RecusalOfSeat } from './views.ts';

function recusalsAt(
  reads: Reads,
  { meetingId, seatId }: Readonly<{ meetingId: string; seatId: string }>,
  knownAt: string | undefined,
): readonly RecusalOfSeat[] {
  const entries = knownBy(entriesOf<meeting.MeetingEvent>(reads, meetingEntries, meetingId), knownAt);
  const items = new Map(
    entries.flatMap(({ event }) =>
      event.type === 'AgendaItemAdded' || event.type === 'AgendaItemRevised'
        ? [[event.itemId, event] as const]
        : [],
    ),
  );
  return entries.flatMap(({ event, provenance }) => {
    if (event.type !== 'RecusalRecorded' || event.seatId !== seatId) return [];
    const { itemId, identifiedPublicly, leftRoom } = event;
    const item = items.get(itemId);
    const recusal = { item: item?.number ?? itemId, identifiedPublicly, leftRoom };
    const title = item && { itemTitle: item.title };
    return [{ meetingId, ...recusal, ...title, at: provenance.occurredAt, eventId: provenance.eventId }];
  });
}

/** Where a seat stepped aside at meetings of its body, the latest meeting first. */
export function recusalsOfSeat(
  reads: Reads,
  bodyId: string,
  seatId: string,
  { from, to, knownAt }: VotingRecordFilter = {},
): readonly RecusalOfSeat[] {
  const meetings = reads.all<{ meetingId: string }>(
    `SELECT meeting_id AS meetingId FROM meetings
     WHERE body_id = ? AND starts_latest >= ? AND starts_earliest <= ? ORDER BY starts_earliest DESC, meeting_id`,
    bodyId,
    from?.earliest ?? '',
    to?.latest ?? endOfTime,
  );
  return meetings.flatMap(({ meetingId }) => recusalsAt(reads, { meetingId, seatId }, knownAt));
}
