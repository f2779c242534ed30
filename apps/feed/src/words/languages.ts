import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { rejections } from '#platform';
import type en from '../assets/languages/en.json';
import { assetsFolder } from '../pages/frame/assets.ts';

/** What English has, every language has: a test compares them. */
export type MessageId = keyof typeof en;
export type Catalogue = Readonly<Record<MessageId, string>> & Titles;

/** What a finding is called, by its code. English has it from the catalogue of rules; it takes no values. */
type Titles = Readonly<Record<`finding.${string}`, string>>;

const englishTitles: Titles = Object.fromEntries(
  Object.entries(rejections).map(([code, { title }]) => [`finding.${code}`, title]),
);

/** Releases of ICU differ in which space they put before a.m. and p.m. */
export const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

const folder = new URL('languages/', assetsFolder);

const readCatalogue = (lang: string): Catalogue => ({
  ...(lang === 'en' && englishTitles),
  ...(JSON.parse(readFileSync(new URL(`${lang}.json`, folder), 'utf8')) as Catalogue),
});

/** Every file of the folder is a language, named by its BCP 47 tag. English comes first: it is the default. */
export const catalogues: ReadonlyMap<string, Catalogue> = new Map(
  readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b))
    .map((lang) => [lang, readCatalogue(lang)]),
);

export const languages: readonly string[] = [...catalogues.keys()];

export type Value = string | number;

const compiled = new Map<string, IntlMessageFormat>();

/** @throws RangeError for a language without a catalogue */
export function messageFormat(lang: string, id: MessageId): IntlMessageFormat {
  const key = `${lang}/${id}`;
  const known = compiled.get(key);
  if (known) return known;
  const message = catalogues.get(lang)?.[id];
  if (message === undefined) throw new RangeError(`no message ${id} in ${lang}`);
  const format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true });
  compiled.set(key, format);
  return format;
}

/** Undefined for a code that is newer than the catalogue. */
export const findingTitle = (lang: string, code: string): string | undefined =>
  catalogues.get(lang)?.[`finding.${code}`];
