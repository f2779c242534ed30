export const amendmentOperations = ['insert', 'add', 'strike', 'strike_and_insert', 'substitute'] as const;
export type AmendmentOperation = (typeof amendmentOperations)[number];

/** What an amendment does to a text, so that everybody gets the same text from it. RONR (12th ed.) 12:8. */
export type Amendment = Readonly<{
  operation: AmendmentOperation;
  /** The words that are struck. */
  strike?: string;
  /** The words that come in; the whole new text where it is a substitute. */
  insert?: string;
  /** Words after which something is inserted; at the beginning of the text where none are named. */
  after?: string;
  /** Which place, counted from one, where the words stand in several. */
  occurrence?: number;
}>;

type Field = 'strike' | 'insert' | 'after';

const needs: Readonly<Record<AmendmentOperation, readonly Field[]>> = {
  insert: ['insert'],
  add: ['insert'],
  strike: ['strike'],
  strike_and_insert: ['strike', 'insert'],
  substitute: ['insert'],
};

const allows = (operation: AmendmentOperation, field: Field): boolean =>
  needs[operation].includes(field) || (operation === 'insert' && field === 'after');

/** What is missing from an amendment, or does not belong to its operation; empty where it is well formed. */
export function amendmentProblems(amendment: Amendment): readonly string[] {
  const { operation } = amendment;
  const problems = (['strike', 'insert', 'after'] as const).flatMap((field) => {
    const isGiven = amendment[field] !== undefined && amendment[field] !== '';
    if (!isGiven && needs[operation].includes(field)) return [`${operation} needs \`${field}\``];
    return isGiven && !allows(operation, field) ? [`${operation} takes no \`${field}\``] : [];
  });
  const hasPlace = amendment.strike !== undefined || amendment.after !== undefined;
  return amendment.occurrence !== undefined && !hasPlace
    ? [...problems, '`occurrence` counts places of words that are not named']
    : problems;
}

/** Why an operation cannot be carried out on a text. */
export type Misfit = Readonly<{ problem: 'words_not_found' | 'words_in_several_places'; words: string }>;
export type Amended = Readonly<{ text: string }> | Misfit;

export const isMisfit = (amended: object): amended is Misfit => 'problem' in amended;

const isInWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Where the words begin, as words: "two" does not stand in "twofold". */
function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const end = from + words.length;
    const cutsBefore = isInWord(text.charAt(from - 1)) && isInWord(words.charAt(0));
    const cutsAfter = isInWord(text.charAt(end)) && isInWord(words.charAt(words.length - 1));
    if (!cutsBefore && !cutsAfter) places.push(from);
  }
  return places;
}

function placeOf(text: string, words: string, occurrence: number | undefined): number | Misfit {
  const places = placesOf(text, words);
  if (occurrence === undefined && places.length > 1) return { problem: 'words_in_several_places', words };
  return places[(occurrence ?? 1) - 1] ?? { problem: 'words_not_found', words };
}

/** Two parts of a text with one space between words, and none before a comma or a full stop. */
function joined(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  if (/^\s*[,.;:!?)\]]/.test(after)) return before.trimEnd() + after.trimStart();
  if (/\s$/.test(before)) return before + after.replace(/^ +/, '');
  return /^\s/.test(after) || /[([“‘]$/.test(before) ? before + after : `${before} ${after}`;
}

function replaced(text: string, struck: string, inserted: string, occurrence?: number): Amended {
  const place = placeOf(text, struck, occurrence);
  if (typeof place !== 'number') return place;
  const [before, after] = [text.slice(0, place), text.slice(place + struck.length)];
  return { text: joined(joined(before, inserted), after).trim() };
}

function inserted(text: string, { insert = '', after, occurrence }: Amendment): Amended {
  if (after === undefined) return { text: joined(insert, text) };
  const place = placeOf(text, after, occurrence);
  if (typeof place !== 'number') return place;
  const end = place + after.length;
  return { text: joined(joined(text.slice(0, end), insert), text.slice(end)) };
}

/** The text after the amendment. */
export function amendedText(text: string, amendment: Amendment): Amended {
  const { operation, strike = '', insert = '', occurrence } = amendment;
  switch (operation) {
    case 'insert':
      return inserted(text, amendment);
    case 'add':
      return { text: joined(text, insert) };
    case 'strike':
      return replaced(text, strike, '', occurrence);
    case 'strike_and_insert':
      return replaced(text, strike, insert, occurrence);
    case 'substitute':
      return { text: insert };
  }
}

const place = ({ occurrence }: Amendment): string =>
  occurrence === undefined ? '' : ` (in place ${occurrence})`;

/** The amendment as the chair states it: the text of the motion that proposes it. */
export function amendmentText(amendment: Amendment): string {
  const { operation, strike = '', insert = '', after } = amendment;
  switch (operation) {
    case 'insert':
      return after === undefined
        ? `To insert “${insert}” at the beginning.`
        : `To insert “${insert}” after “${after}”${place(amendment)}.`;
    case 'add':
      return `To add “${insert}”.`;
    case 'strike':
      return `To strike “${strike}”${place(amendment)}.`;
    case 'strike_and_insert':
      return `To strike “${strike}”${place(amendment)} and insert “${insert}”.`;
    case 'substitute':
      return `To substitute “${insert}”.`;
  }
}

/**
 * An amendment after an amendment of it: of the words that come in, or of those that go out where none come in.
 * RONR (12th ed.) 12:12.
 */
export function amendedAmendment(primary: Amendment, secondary: Amendment): Amendment | Misfit {
  const field = primary.insert === undefined ? 'strike' : 'insert';
  const words = amendedText(primary[field] ?? '', secondary);
  return isMisfit(words) ? words : { ...primary, [field]: words.text };
}
