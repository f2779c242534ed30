import { atInstant, parseWhen } from '#governance';
import type { When } from '#governance';
import { date } from '../http/parameters.ts';

/** `asOf`: what was true then; `knownAt`: what the record knew then. */
export type TimesQuery = Readonly<{ asOf?: string; knownAt?: string }>;

export const timesParameters = { asOf: date, knownAt: date };

/** The times that are asked for, as they are read in a zone: by default now, and everything that is known. */
export function timesIn(zone: string, { asOf, knownAt }: TimesQuery, now: Date) {
  const asked = asOf === undefined ? undefined : parseWhen(asOf, zone);
  const known = knownAt === undefined ? undefined : parseWhen(knownAt, zone)?.latest;
  return { asOf: asked ?? atInstant(now.toISOString()), ...(known !== undefined && { knownAt: known }) };
}

/** Of now, the time is left out: it would make another document of every second that says the same. */
export function asAsked<V extends Readonly<{ asOf?: When }>>(view: V, query: TimesQuery) {
  const { asOf, ...rest } = view;
  return query.asOf === undefined ? rest : { asOf, ...rest };
}
