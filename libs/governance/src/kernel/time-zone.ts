const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using it. @throws RangeError for an unknown zone */
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formatters.set(zone, made);
  return made;
}

/** Whether this is a name of the IANA time zone database that this runtime knows (`America/Los_Angeles`). */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return formatter(zone) !== undefined;
  } catch {
    return false;
  }
}

const second = 1000;
const day = 24 * 60 * 60 * second;

/** Before standard time, offsets had seconds. */
const offsetPattern = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    offsetPattern.exec(formatter(zone).format(instant)) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === '-' ? -ahead : ahead) * second;
}

/** The civil day of an instant in a time zone: its midnight if it were UTC, in milliseconds since 1970. */
export function civilDayAt(instant: string, zone: string): number {
  const utc = Date.parse(instant);
  return Math.floor((utc + offsetAt(utc, zone)) / day) * day;
}

/** Where midnight is skipped, the day starts when the clocks have jumped: the first instant of the new offset. */
function transitionWithin(before: number, after: number, offset: number, zone: string): number {
  let [low, high] = [before, after];
  while (high - low > second) {
    const middle = low + Math.floor((high - low) / (2 * second)) * second;
    if (offsetAt(middle, zone) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The first instant of a civil day in a time zone, in milliseconds since 1970.
 * Where clocks go back over midnight, it is the earlier of the two midnights (as in ECMAScript Temporal).
 *
 * @param civilDay the day's midnight if it were UTC, in milliseconds since 1970
 */
export function startOfDay(civilDay: number, zone: string): number {
  const before = offsetAt(civilDay - day, zone);
  const after = offsetAt(civilDay + day, zone);
  if (before === after) return civilDay - before;
  const midnights = [before, after].filter((offset) => offsetAt(civilDay - offset, zone) === offset);
  if (midnights.length > 0) return civilDay - Math.max(...midnights);
  return transitionWithin(civilDay - after, civilDay - before, after, zone);
}
