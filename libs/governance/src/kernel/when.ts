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
