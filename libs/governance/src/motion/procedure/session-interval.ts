import { civilDayAt, startOfDay } from '../../kernel/index.ts';
import type { When } from '../../kernel/index.ts';

/**
 * How long business may wait for the next session where nobody knows when that is: until the end of so many
 * calendar months after the month of this one (the quarterly time interval, RONR 12th ed. 9:7).
 */
export const sessionIntervalMonths = 3;

const lastInstantBefore = (civilDay: number, zone: string): string =>
  new Date(startOfDay(civilDay, zone) - 1).toISOString();

/** The last instant of that interval, in ISO 8601; the latest that the time may mean counts. */
export function endOfSessionInterval(from: When, zone: string): string {
  const day = new Date(civilDayAt(from.latest, zone));
  const after = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + sessionIntervalMonths + 1, 1);
  return lastInstantBefore(after, zone);
}

/** The last instant of the day that comes so many days after. */
export function endOfDayAfter(from: When, days: number, zone: string): string {
  const day = new Date(civilDayAt(from.latest, zone));
  const after = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days + 1);
  return lastInstantBefore(after, zone);
}

/** Something that may go on forever ends at the end of time. */
export const isKnown = ({ precision }: When): boolean => precision !== 'unknown';
