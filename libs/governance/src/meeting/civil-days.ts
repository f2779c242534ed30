import type { When } from '../kernel/index.ts';

const day = 24 * 60 * 60 * 1000;

/** The civil day of an instant in a time zone, counted from 1970-01-01. */
function civilDay(instant: string, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
    .formatToParts(new Date(instant))
    .map(({ type, value }) => [type, Number(value)] as const);
  const { year = 0, month = 1, day: date = 1 } = Object.fromEntries(parts);
  return Date.UTC(year, month - 1, date) / day;
}

/** Calendar days from one time to another in a time zone, at least: a span is too long only where that is certain. */
export const daysAtLeast = (from: When, to: When, timeZone: string): number =>
  civilDay(to.earliest, timeZone) - civilDay(from.latest, timeZone);
