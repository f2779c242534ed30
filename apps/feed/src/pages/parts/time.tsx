import type { When } from '#governance';
import { plainSpaces } from '../frame/languages.ts';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';

type Style = 'full' | 'day' | 'time';

const formats: Readonly<Record<'instant' | 'day' | 'month' | 'time', Intl.DateTimeFormatOptions>> = {
  instant: { dateStyle: 'long', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  time: { timeStyle: 'short' },
};

const formatted = (lang: string, zone: string, at: string, form: keyof typeof formats): string =>
  plainSpaces(new Intl.DateTimeFormat(lang, { ...formats[form], timeZone: zone }).format(new Date(at)));

function seasonText({ t }: Say, literal: string): string {
  const [year = literal, season = ''] = literal.split('-');
  return t('time.season', { season, year });
}

type Telling = Readonly<{ zone?: string; style?: Style }>;

/** A time as precisely as it is known, in words. */
export function timeText(say: Say, when: When, { zone = say.zone, style = 'full' }: Telling = {}): string {
  const { precision, earliest, literal } = when;
  switch (precision) {
    case 'instant':
      return formatted(say.lang, zone, earliest, style === 'full' ? 'instant' : style);
    case 'day':
    case 'month':
      return formatted(say.lang, zone, earliest, precision);
    case 'season':
      return seasonText(say, literal);
    case 'school_year':
      return say.t('time.school_year', { years: literal });
    case 'year':
      return literal;
    case 'unknown':
      return say.t('time.unknown');
  }
}

/** What HTML takes for a date (WHATWG HTML §2.3.5); undefined for what it has no form for. */
function machineReadable({ precision, earliest, literal }: When): string | undefined {
  if (precision === 'instant') return earliest;
  return precision === 'day' || precision === 'month' || precision === 'year' ? literal : undefined;
}

type Props = Readonly<{ at: When; zone?: string | undefined; style?: Style }>;

export function Time({ at, zone, style = 'full' }: Props) {
  const say = useSay();
  const text = timeText(say, at, { style, ...(zone !== undefined && { zone }) });
  const datetime = machineReadable(at);
  return datetime === undefined ? <span>{text}</span> : <time dateTime={datetime}>{text}</time>;
}
