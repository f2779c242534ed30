import type { commitment } from '#governance';
import { plainSpaces } from '../../words/languages.ts';
import type { Say } from '../frame/page.tsx';

/** Money in the unit in which people say it: currencies differ in how many minor units that has. */
function moneyText(lang: string, minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return plainSpaces(format.format(minorUnits / 10 ** digits));
}

/** What is committed to, in words: "at least 70 schools", "1.000,00 US$ a year for each school". */
export function valueText({ t, lang }: Say, value: commitment.Value): string {
  const { number, unit, minorUnits, currency, qualifier, period, each } = value;
  const money = minorUnits === undefined ? undefined : moneyText(lang, minorUnits, currency ?? 'USD');
  const counted = number === undefined ? undefined : new Intl.NumberFormat(lang).format(number);
  const amount = money ?? [counted, unit].filter((part) => part !== undefined).join(' ');
  return t('commitment.value', {
    qualifier: qualifier ?? 'none',
    amount,
    period: period ?? 'none',
    known: each === undefined ? 'no' : 'yes',
    each: each ?? '',
  });
}
