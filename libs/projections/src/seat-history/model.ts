import type { Recorded } from '#governance';
import { entriesTable, entryWriter } from '../entries.ts';
import { on } from '../runtime/index.ts';
import type { ReadModel } from '../runtime/index.ts';
import type { SeatEvent } from './history.ts';

export const seatEntries = 'seat_entries';

/** Seat ids are unique in their body only; neither id holds a slash. */
export const seatKey = (bodyId: string, seatId: string): string => `${bodyId}/${seatId}`;

/** Everything that happened to each seat. */
export const seatHistoryModel: ReadModel = {
  name: 'seat-history',
  version: 1,
  tables: entriesTable(seatEntries),
  project: (db, beforeCommit) => {
    const write = entryWriter(db, beforeCommit, seatEntries);
    const add = (recorded: Recorded<SeatEvent>): void =>
      write(seatKey(recorded.streamId, recorded.event.seatId), recorded);
    return on({
      SeatOpened: add,
      SeatClosed: add,
      SeatVotingRightChanged: add,
      SeatNominationReceived: add,
      SeatFilled: add,
      SeatVacated: add,
      SeatTermExtended: add,
      AlternateDesignated: add,
      AlternateRevoked: add,
    });
  },
};
