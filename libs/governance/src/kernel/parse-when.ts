import { startOfDay } from './time-zone.ts';
import { endOfTime, unknownWhen } from './when.ts';
import type { Precision, When } from './when.ts';

/** For error messages: what `parseWhen` reads. */
export const acceptedTimes =
  'an instant (2019-08-01T10:00:00Z), a day (2019-08-01), a month (2019-08), a season (2019-fall; spring, ' +
  'summer, fall or winter), a year (2019), a school year (2024-25, or 2010-2011), or "unknown"';

/** A civil day as its midnight if it were UTC, in milliseconds; months and days may run over. */
type CivilDay = number;
const civilDay = (year: number, month = 1, day = 1): CivilDay => Date.UTC(year, month - 1, day);

/** From the start of one day to the start of another. */
type Days = readonly [first: CivilDay, after: CivilDay];

const isDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(civilDay(year, month, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * Seasons, wide enough for every usual reading: meteorological, astronomical, or a semester. Nobody can
 * say whether "winter 2019" began or ended in 2019, so it may have done either.
 */
const seasons: Readonly<Record<string, (year: number) => Days>> = {
  spring: (year) => [civilDay(year, 1), civilDay(year, 7)],
  summer: (year) => [civilDay(year, 5), civilDay(year, 10)],
  fall: (year) => [civilDay(year, 8), civilDay(year + 1, 1)],
  winter: (year) => [civilDay(year - 1, 12), civilDay(year + 1, 4)],
};

/** "The school year begins on the first day of July and ends on the last day of June", Cal. Ed. Code § 37200. */
const schoolYear = (year: number): Days => [civilDay(year, 7), civilDay(year + 1, 7)];

type Form = Readonly<{ precision: Precision; pattern: RegExp; days: (parts: string[]) => Days | undefined }>;

/** The first form whose pattern matches decides: `2010-11` is November 2010, `2012-13` can only be a school year. */
const forms: readonly Form[] = [
  {
    precision: 'day',
    pattern: /^([1-9]\d{3})-(\d\d)-(\d\d)$/,
    days: (parts) => {
      const [year = 0, month = 0, day = 0] = parts.map(Number);
      return isDate(year, month, day)
        ? [civilDay(year, month, day), civilDay(year, month, day + 1)]
        : undefined;
    },
  },
  {
    precision: 'month',
    pattern: /^([1-9]\d{3})-(0[1-9]|1[0-2])$/,
    days: (parts) => {
      const [year = 0, month = 0] = parts.map(Number);
      return [civilDay(year, month), civilDay(year, month + 1)];
    },
  },
  {
    precision: 'school_year',
    pattern: /^([1-9]\d{3})-(\d\d|\d{4})$/,
    days: ([first = '', second = '']) => {
      const following = String(Number(first) + 1);
      return following.endsWith(second) ? schoolYear(Number(first)) : undefined;
    },
  },
  {
    precision: 'season',
    pattern: /^([1-9]\d{3})-(spring|summer|fall|winter)$/,
    days: ([year, season = '']) => seasons[season]?.(Number(year)),
  },
  {
    precision: 'year',
    pattern: /^([1-9]\d{3})$/,
    days: ([year]) => [civilDay(Number(year)), civilDay(Number(year) + 1)],
  },
];

const endOfTimeMs = Date.parse(endOfTime);
const iso = (instant: number): string => new Date(Math.min(instant, endOfTimeMs)).toISOString();

/** A day that the zone skipped (Pacific/Apia, 2011-12-30) never was. */
function whole(literal: string, precision: Precision, [first, after]: Days, zone: string): When | undefined {
  const [start, end] = [startOfDay(first, zone), startOfDay(after, zone)];
  return start < end ? { literal, precision, earliest: iso(start), latest: iso(end - 1) } : undefined;
}

/** RFC 3339 §5.6, without leap seconds, which Unix time does not have. */
const instantPattern =
  /^(\d{4})-(\d\d)-(\d\d)t(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

function readInstant(literal: string): When | undefined {
  const [year = 0, month = 0, day = 0] = instantPattern.exec(literal)?.slice(1).map(Number) ?? [];
  if (year === 0 || !isDate(year, month, day)) return undefined;
  const instant = iso(Date.parse(literal.toUpperCase()));
  return { literal, precision: 'instant', earliest: instant, latest: instant };
}

/**
 * Reads a time as precisely as it is stated. Days and what is coarser are days of the given zone.
 *
 * @param zone IANA name of the body's time zone
 * @returns undefined for anything that is not one of the `acceptedTimes`
 * @throws RangeError for an unknown zone
 */
export function parseWhen(literal: string, zone: string): When | undefined {
  if (literal === 'unknown') return unknownWhen;
  for (const { precision, pattern, days } of forms) {
    const match = pattern.exec(literal);
    if (!match) continue;
    const range = days(match.slice(1));
    return range && whole(literal, precision, range, zone);
  }
  return readInstant(literal);
}
