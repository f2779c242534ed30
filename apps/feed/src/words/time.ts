import type { When } from '#governance';
import { plainSpaces } from './languages.ts';
import type { Speech } from './speech.ts';

export type TimeStyle = 'full' | 'day' | 'time';

const formats = {
  instant: { dateStyle: 'long', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  time: { timeStyle: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;
type Form = keyof typeof formats;

/** To make one takes longer than to use it a hundred times. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(lang: string, timeZone: string, form: Form): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone} ${form}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(lang, { ...formats[form], timeZone });
  made.set(key, known);
  return known;
}

const formatted = (lang: string, zone: string, at: string, form: Form): string =>
  plainSpaces(formatOf(lang, zone, form).format(new Date(at)));

function seasonText({ t }: Speech, literal: string): string {
  const [year = literal, season = ''] = literal.split('-');
  return t('time.season', { season, year });
}

type Telling = Readonly<{ zone?: string; style?: TimeStyle }>;

/** A time as precisely as it is known, in words. */
export function timeText(
  speech: Speech,
  when: When,
  { zone = speech.zone, style = 'full' }: Telling = {},
): string {
  const { precision, earliest, literal } = when;
  switch (precision) {
    case 'instant':
      return formatted(speech.lang, zone, earliest, style === 'full' ? 'instant' : style);
    case 'day':
    case 'month':
      // A date is the same wherever it is read.
      return formatted(speech.lang, 'UTC', literal, precision);
    case 'season':
      return seasonText(speech, literal);
    case 'school_year':
      return speech.t('time.school_year', { years: literal });
    case 'year':
      return literal;
    case 'unknown':
      return speech.t('time.unknown');
  }
}
