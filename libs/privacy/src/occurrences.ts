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

/** Whether a text names the person in full: whatever the case, accents, spaces and line breaks. */
export const names = (text: string, name: string): boolean => {
  const wanted = plain(name);
  return wanted !== '' && asWords(unescaped(text)).includes(` ${wanted} `);
};

/** Whether an id spells a name out: every word of it, in any order. An id is in the record for ever. */
export function idTells(id: string, name: string): boolean {
  const inId = plain(id).replaceAll(' ', '');
  const words = plain(name)
    .split(' ')
    .filter((word) => word.length > 1);
  return words.length > 0 && words.every((word) => inId.includes(word));
}
