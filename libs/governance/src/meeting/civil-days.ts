import { civilDayAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';

const day = 24 * 60 * 60 * 1000;

/** Calendar days from one time to another in a time zone, at least: a span is too long only where that is certain. */
export const daysAtLeast = (from: When, to: When, timeZone: string): number =>
  (civilDayAt(to.earliest, timeZone) - civilDayAt(from.latest, timeZone)) / day;
