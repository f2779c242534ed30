import { parseWhen } from './parse-when.ts';
import { civilDayAt } from './time-zone.ts';
import { unknownWhen } from './when.ts';
import type { When } from './when.ts';

/** A calendar duration (ISO 8601 §5.5.2.3, without times of the day). */
export type Duration = Readonly<{ years: number; months: number; weeks: number; days: number }>;

const pattern = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** For error messages: what `parseDuration` reads. */
export const acceptedDurations = 'an ISO 8601 duration of years, months, weeks or days, as in P90D or P1Y6M';

/** @returns undefined for anything that is not one of the `acceptedDurations` */
export function parseDuration(literal: string): Duration | undefined {
  const parts = pattern.exec(literal);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part = '0') => Number(part));
  return { years, months, weeks, days };
}

const day = 24 * 60 * 60 * 1000;

/** The last day of a month that is too short: 31 January and a month is 28 or 29 February. */
function addMonths(civilDay: number, months: number): number {
  const from = new Date(civilDay);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth));
}

/** Years and months first, then weeks and days, as ECMAScript Temporal does. */
const addTo = (civilDay: number, { years, months, weeks, days }: Duration): number =>
  addMonths(civilDay, 12 * years + months) + (7 * weeks + days) * day;

const isoDay = (civilDay: number): string => new Date(civilDay).toISOString().slice(0, 10);

/** A day that the zone skipped never was: the next one counts. */
const dayOf = (civilDay: number, zone: string): When | undefined =>
  parseWhen(isoDay(civilDay), zone) ?? parseWhen(isoDay(civilDay + day), zone);

/** Where a year and years make a year, and a month and months a month, the sum is no less precise than its parts. */
function coarseSum(
  { literal, precision }: When,
  { years, months, weeks, days }: Duration,
): string | undefined {
  if (weeks > 0 || days > 0) return undefined;
  if (precision === 'year' && months === 0) return String(Number(literal) + years);
  if (precision !== 'month') return undefined;
  return isoDay(addMonths(Date.parse(`${literal}-01`), 12 * years + months)).slice(0, 7);
}

/**
 * The day that a duration from a time ends on: counted in calendar days of the zone, so that no change of the
 * clocks moves it. From a time that is known less precisely, the sum lies between the sums from its bounds, and
 * its literal says how it came to be (`2019-fall+P90D`).
 *
 * @param zone IANA name of the body's time zone
 * @returns undefined beyond the year 9999
 */
export function addDuration(from: When, literal: string, duration: Duration, zone: string): When | undefined {
  if (from.precision === 'unknown') return unknownWhen;
  const coarse = coarseSum(from, duration);
  if (coarse !== undefined) return parseWhen(coarse, zone);
  const first = dayOf(addTo(civilDayAt(from.earliest, zone), duration), zone);
  if (from.precision === 'instant' || from.precision === 'day') return first;
  const last = dayOf(addTo(civilDayAt(from.latest, zone), duration), zone);
  return (
    first &&
    last && {
      ...first,
      literal: `${from.literal}+${literal}`,
      precision: from.precision,
      latest: last.latest,
    }
  );
}
