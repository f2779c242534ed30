/** Letters without their marks, in lower case, words apart by one space: as names are compared. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('und')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const asWords = (text: string): string => ` ${plain(text)} `;

/** What HTML, Markdown and JSON have made of the letters of a text, undone. */
const unescaped = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_all, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_all, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll(/&(?:amp|quot|apos|lt|gt|nbsp);/g, ' ')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/**
 * Tells whether a text names a person in full: whatever the case, accents, spaces and line breaks. The text is read
 * once, for any number of names.
 */
export function namedIn(text: string): (name: string) => boolean {
  const words = asWords(unescaped(text));
  return (name) => {
    const wanted = plain(name);
    return wanted !== '' && words.includes(` ${wanted} `);
  };
}

/** Whether an id spells a name out: every word of it, in any order. An id is in the record for ever. */
export function idTells(id: string, name: string): boolean {
  const inId = plain(id).replaceAll(' ', '');
  const words = plain(name)
    .split(' ')
    .filter((word) => word.length > 1);
  return words.length > 0 && words.every((word) => inId.includes(word));
}
