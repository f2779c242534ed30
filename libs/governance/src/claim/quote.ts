/** Signs that differ from one copy of a text to the next, without a word being another. */
const variants: readonly (readonly [variant: RegExp, sign: string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u00ad/g, ''],
  [/\s+/g, ' '],
];

const plain = (text: string): string =>
  variants.reduce((s, [variant, sign]) => s.replace(variant, sign), text.normalize('NFKC')).trim();

/** Whether a text holds a quote word by word; line breaks, kinds of quotation marks and dashes do not count. */
export const holdsQuote = (text: string, quote: string): boolean => plain(text).includes(plain(quote));
