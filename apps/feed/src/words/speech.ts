import { messageFormat } from './languages.ts';
import type { MessageId, Value } from './languages.ts';

/** What says something in a language, on a page or in a feed. */
export type Speech = Readonly<{
  lang: string;
  /** The time zone in which times are told, unless they say otherwise. */
  zone: string;
  /** A message as text. */
  t: (id: MessageId, values?: Readonly<Record<string, Value>>) => string;
}>;

export const speechIn = (lang: string, zone = 'UTC'): Speech => ({
  lang,
  zone,
  t: (id, values = {}) => String(messageFormat(lang, id).format({ ...values })),
});

/** Words joined as the language does it: 'a, b and c'. */
export const listed = ({ lang }: Speech, names: readonly string[]): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

/** The name of a language, by its BCP 47 tag; in its own language by default. */
export const languageName = (of: string, lang = of): string =>
  new Intl.DisplayNames([lang], { type: 'language' }).of(of) ?? of;
