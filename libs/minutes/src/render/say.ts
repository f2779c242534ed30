import { IntlMessageFormat } from 'intl-messageformat';
import type { When } from '#governance';
import { catalogues } from '../languages/index.ts';
import type { MessageId } from '../languages/index.ts';

type Values = Readonly<Record<string, string | number>>;

/** Who sat in which seat, by the seat's id, as far as the public is to know. */
export type Members = ReadonlyMap<string, string>;

/** Says things in one language and one time zone. */
export type Say = Readonly<{
  text: (id: MessageId, values?: Values) => string;
  /** With the date. */
  date: (when: When) => string;
  /** Only the time of day, where it is of the given day. */
  time: (when: When) => string;
  /** Who sat in the seat, as the seat shows it; undefined where it shows itself alone. */
  member: (seatId: string) => string | undefined;
}>;

/** Releases of ICU differ in which space they put before a.m. and p.m. */
const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

const formats = {
  instant: { dateStyle: 'long', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
} as const;

/**
 * @param lang one of `languages`
 * @param day that of the meeting: what happened on it is told by the time alone
 * @param members are named beside their seats
 */
export function sayIn(lang: string, timeZone: string, day: When, members: Members = new Map()): Say {
  const catalogue = catalogues.get(lang);
  if (!catalogue) throw new RangeError(`no messages in ${lang}`);
  const as = (instant: string, options: Intl.DateTimeFormatOptions): string =>
    plainSpaces(new Intl.DateTimeFormat(lang, { ...options, timeZone }).format(new Date(instant)));
  const text = (id: MessageId, values: Values = {}): string =>
    String(new IntlMessageFormat(catalogue[id], lang, undefined, { ignoreTag: true }).format({ ...values }));
  const date = ({ precision, earliest, literal }: When): string => {
    if (precision === 'unknown') return text('unknown');
    return precision in formats ? as(earliest, formats[precision as keyof typeof formats]) : literal;
  };
  const dayOf = (when: When): string => as(when.earliest, { dateStyle: 'long' });
  const time = (when: When): string =>
    when.precision === 'instant' && dayOf(when) === dayOf(day)
      ? as(when.earliest, { timeStyle: 'short' })
      : date(when);
  return { text, date, time, member: (seatId) => members.get(seatId) };
}
