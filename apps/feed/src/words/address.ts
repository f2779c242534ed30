import { languages } from './languages.ts';

const [defaultLanguage = 'en'] = languages;

/** Of what is there in each language: in the default one at its own address, in the others below theirs. */
export const addressIn = (lang: string, path: string): string =>
  lang === defaultLanguage ? path : `/${lang}${path}`;

/** The same thing with its fixed words in another language. */
export type Translation = Readonly<{ lang: string; url: string }>;

type Here = Readonly<{ lang: string; publicUrl: string }>;

export const translationsOf = ({ lang, publicUrl }: Here, path: string): readonly Translation[] =>
  languages
    .filter((one) => one !== lang)
    .map((one) => ({ lang: one, url: `${publicUrl}${addressIn(one, path)}` }));

/** For whoever reads headers only (RFC 8288). */
export const translationLinks = (translations: readonly Translation[], type: string): readonly string[] =>
  translations.map(({ lang, url }) => `<${url}>; rel="alternate"; hreflang="${lang}"; type="${type}"`);
