import type { Reads } from '../runtime/reads.ts';
import type { SeatHistoryView } from './views.ts';

/** Everything that happened to a seat, as the record knew it at `knownAt` (an instant; by default everything). */
export declare function seatHistory(
  reads: Reads,
  bodyId: string,
  seatId: string,
  knownAt?: string,
): SeatHistoryView | undefined;
