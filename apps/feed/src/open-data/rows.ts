import {
  getDecision,
  listBodies,
  listDecisions,
  listMeetings,
  listMotions,
  listSchools,
  seatHistory,
} from '#projections';
import type { DecisionDocument, Page, PageRequest, Reads, SeatHistoryView } from '#projections';

/** Everything in a list, a page at a time: however long it is, a page is in memory. */
export function* everyOne<T>(list: (request: PageRequest) => Page<T>): Generator<T> {
  let cursor: string | undefined;
  do {
    const { items, next }: Page<T> = list({ limit: 200, cursor });
    yield* items;
    cursor = next;
  } while (cursor !== undefined);
}

export const everyBody = (reads: Reads) => everyOne((page) => listBodies(reads, page));
export const everyMeeting = (reads: Reads) => everyOne((page) => listMeetings(reads, page));
export const everyMotion = (reads: Reads) => everyOne((page) => listMotions(reads, page));
export const everySchool = (reads: Reads) => everyOne((page) => listSchools(reads, page));

export function* everyDecision(reads: Reads): Generator<DecisionDocument> {
  for (const { decisionId } of everyOne((page) => listDecisions(reads, { ...page, order: 'recorded' }))) {
    const decision = getDecision(reads, decisionId);
    if (decision) yield decision;
  }
}

/** Every seat that there ever was, with everybody who sat in it. */
export function* everySeat(reads: Reads): Generator<SeatHistoryView> {
  for (const { bodyId } of everyBody(reads)) {
    const seats = reads.all<{ id: string }>(
      'SELECT DISTINCT id FROM seat_entries WHERE id > ? AND id < ? ORDER BY id',
      `${bodyId}/`,
      `${bodyId}0`,
    );
    for (const { id } of seats) {
      const seat = seatHistory(reads, bodyId, id.slice(bodyId.length + 1));
      if (seat) yield seat;
    }
  }
}
