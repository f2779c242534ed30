import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { rejections } from '#platform';
import { catalogues, findingTitle, languages } from './languages.ts';

/** As the parser numbers them: its enumeration is a constant of its types only. */
const kinds: Readonly<Record<'literal' | 'select', number>> = { literal: 0, select: 5 };

type Part = IntlMessageFormat['getAst'] extends () => readonly (infer E)[] ? E : never;

/** What a message is told, and which cases it distinguishes: the same in every language but for plural forms. */
function argumentsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (!('options' in part))
      return 'value' in part && Number(part.type) !== kinds.literal ? [part.value] : [];
    const { value, options } = part;
    const cases = Number(part.type) === kinds.select ? Object.keys(options).sort().join() : 'plural';
    return [`${value}:${cases}`, ...Object.values(options).flatMap((option) => argumentsOf(option.value))];
  });
}

const shapeOf = (message: string, lang: string): readonly string[] => [
  ...new Set(
    argumentsOf(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst()).sort(),
  ),
];

const isTitle = (id: string): boolean => id.startsWith('finding.');

const english = Object.entries(catalogues.get('en') ?? {});
const messages = english.filter(([id]) => !isTitle(id));
const codes = Object.keys(rejections);

describe('the languages', () => {
  it('are English, the default, and Spanish at least', () => {
    expect(languages[0]).toBe('en');
    expect(languages).toContain('es');
  });

  it('are named by tags that can be canonicalized', () => {
    expect(Intl.getCanonicalLocales([...languages])).toEqual(languages);
  });
});

describe.each(languages)('the messages in %s', (lang) => {
  const catalogue: Readonly<Record<string, string>> = catalogues.get(lang) ?? {};

  it('are those of English, no more and no fewer', () => {
    expect(Object.keys(catalogue).sort()).toEqual(english.map(([id]) => id).sort());
  });

  it.each(messages)('%s is told the same and distinguishes the same', (id, message) => {
    expect(shapeOf(catalogue[id] ?? '', lang)).toEqual(shapeOf(message, 'en'));
  });

  it('has a form for every number', () => {
    for (const message of messages.map(([id]) => catalogue[id] ?? ''))
      for (const count of [0, 1, 2, 5, 1_000_000])
        expect(() => {
          const values = { count, votes: count, recused: count };
          const others = Object.fromEntries(
            shapeOf(message, lang).map((argument) => [argument.split(':', 1)[0] ?? '', 1]),
          );
          new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).format({
            ...others,
            ...values,
          });
        }).not.toThrow();
  });

  it('calls every finding by a title of its own language, which takes no values', () => {
    expect(codes.length).toBeGreaterThan(400);
    const titles = codes.map((code) => [code, findingTitle(lang, code) ?? ''] as const);
    expect(titles.filter(([, title]) => title.trim() === '' || /[{}]/.test(title))).toEqual([]);
    const borrowed = titles.filter(([code, title]) => lang !== 'en' && title === findingTitle('en', code));
    expect(borrowed).toEqual([]);
  });

  it('says nothing in markup', () => {
    for (const message of Object.values(catalogue)) expect(message).not.toMatch(/[<>]/);
  });
});
