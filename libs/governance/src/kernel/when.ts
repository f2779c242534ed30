export const precisions = ['instant', 'day', 'month', 'season', 'year', 'school_year', 'unknown'] as const;
export type Precision = (typeof precisions)[number];

/**
 * A point in time as precisely as it is known: the literal that was given, and the bounds between which
 * it lies (inclusive, ISO 8601 in UTC with milliseconds, so that they compare as strings).
 */
export type When = Readonly<{ literal: string; precision: Precision; earliest: string; latest: string }>;

/** The bounds of what is not known at all. */
export const beginningOfTime = '0001-01-01T00:00:00.000Z';
export const endOfTime = '9999-12-31T23:59:59.999Z';

export const unknownWhen: When = {
  literal: 'unknown',
  precision: 'unknown',
  earliest: beginningOfTime,
  latest: endOfTime,
};

/** An instant as a `When`; `instant` is anything that Date understands. */
export function atInstant(instant: string): When {
  const iso = new Date(instant).toISOString();
  return { literal: instant, precision: 'instant', earliest: iso, latest: iso };
}

/** Instants between which something lies, inclusive; a point where both are the same. */
export type Range = Readonly<{ from: string; to: string }>;

const isPoint = ({ precision }: When): boolean => precision === 'instant' || precision === 'day';

/**
 * Where a boundary of a term lies. A boundary known to the day falls at the day's start: a term until
 * 30 June does not hold on 30 June, and one that follows it may begin there. Coarser ones lie somewhere
 * in their range.
 */
export const boundary = (when: When): Range => ({
  from: when.earliest,
  to: isPoint(when) ? when.earliest : when.latest,
});

/** The time at which a question is asked: a day means its end, so what began that day counts. */
export const asked = (when: When): Range => ({
  from: isPoint(when) ? when.latest : when.earliest,
  to: when.latest,
});

/** As boundaries of terms: whatever the two turn out to be, `a` comes before `b`. */
export const certainlyBefore = (a: When, b: When): boolean => boundary(a).to < boundary(b).from;

/** As boundaries of terms: whatever the two turn out to be, `a` does not come after `b`. */
export const certainlyNotAfter = (a: When, b: When): boolean => boundary(a).to <= boundary(b).from;
