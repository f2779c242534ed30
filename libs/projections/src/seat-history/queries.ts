import { endOfTime } from '#governance';
import { entriesOf } from '../entries.ts';
import type { Reads } from '../runtime/index.ts';
import { withEntry } from './history.ts';
import type { SeatEvent } from './history.ts';
import { seatEntries, seatKey } from './model.ts';
import type { SeatHistoryView, SeatingView } from './views.ts';

const byStart = (a: SeatingView, b: SeatingView): number =>
  a.startsAt.earliest < b.startsAt.earliest ? -1 : Number(a.startsAt.earliest > b.startsAt.earliest);

/**
 * Everything that happened to a seat, as the record knew it; undefined for a seat of which nothing was known.
 *
 * @param knownAt an instant, ISO 8601 UTC with milliseconds; by default everything
 */
export function seatHistory(
  reads: Reads,
  bodyId: string,
  seatId: string,
  knownAt?: string,
): SeatHistoryView | undefined {
  const known = entriesOf<SeatEvent>(reads, seatEntries, seatKey(bodyId, seatId)).filter(
    ({ provenance }) => provenance.recordedAt <= (knownAt ?? endOfTime),
  );
  if (known.length === 0) return undefined;
  const nothing = { votingRights: [], nominations: [], seatings: [], alternates: [] };
  const view = known.reduce<SeatHistoryView>(withEntry, {
    bodyId,
    seatId,
    ...(knownAt !== undefined && { knownAt }),
    ...nothing,
  });
  return { ...view, seatings: view.seatings.toSorted(byStart) };
}
