import { acceptedTimes, parseWhen } from '#governance';
import type { When } from '#governance';
import { Rejected } from '#recording';

declare const partialDate: unique symbol;

/** A date as precisely as it is known, as a client writes it; checked, and not yet read in a time zone. */
export type PartialDate = string & Readonly<{ [partialDate]: true }>;

/** A command whose dates wait for the time zone of the body that it concerns. */
export type InZone<C> = (timeZone: string) => C;

/** @throws Rejected `DATE_INVALID` */
export function readDate(literal: string, timeZone: string): When {
  const when = parseWhen(literal, timeZone);
  if (!when) throw new Rejected('DATE_INVALID', { date: literal, accepted: acceptedTimes });
  return when;
}

const fieldsOfDates = new WeakMap<object, Set<string>>();

/** Remembers that a class has a date in a field. */
export function markDate(prototype: object, field: string): void {
  const fields =
    fieldsOfDates.get(prototype) ?? new Set(fieldsOfDates.get(Object.getPrototypeOf(prototype) as object));
  fieldsOfDates.set(prototype, fields.add(field));
}

/** The fields of a class in which dates stand, its own and those that it inherits. */
export function dateFields(prototype: object | null): ReadonlySet<string> {
  for (let one = prototype; one; one = Object.getPrototypeOf(one) as object | null) {
    const fields = fieldsOfDates.get(one);
    if (fields) return fields;
  }
  return new Set();
}
