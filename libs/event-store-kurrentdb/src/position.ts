import { StoreUnavailable } from '#event-store';
import type { Position } from '#event-store';

/**
 * A position is the event's place in the server's log, and behind it a mark of the event's id. Places grow with
 * the log, so positions are comparable; and when the log is another one, the mark tells it.
 */
const marks = 512;

/** Never 0: one before the position of an event is still a position at that event. */
const markOf = (eventId: string): number => 1 + (parseInt(eventId.slice(-6), 16) % (marks - 1));

/**
 * @param commit bytes from the beginning of the server's log
 * @throws StoreUnavailable beyond 17 TB, where positions are no exact numbers any more
 */
export function positionOf(commit: bigint, eventId: string): Position {
  const position = Number(commit) * marks + markOf(eventId);
  if (!Number.isSafeInteger(position))
    throw new StoreUnavailable(
      `the log of the database is longer than this store can count: ${commit} bytes`,
    );
  return position;
}

/** Where in the server's log the event of a position begins. */
export const commitOf = (position: Position): bigint => BigInt(Math.floor(position / marks));
