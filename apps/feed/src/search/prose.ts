import type { DomainEvent } from '#governance';
import { writable } from '../feeds/xml.ts';

/** Under these names events hold words for people; ids, hashes and codes are not searched. */
const proseNames: ReadonlySet<string> = new Set([
  'action',
  'asArticle',
  'authority',
  'clauseLabel',
  'decidedBy',
  'description',
  'evidence',
  'heading',
  'identifier',
  'insert',
  'label',
  'locator',
  'name',
  'note',
  'number',
  'otherNames',
  'predicate',
  'purpose',
  'question',
  'quote',
  'reading',
  'reason',
  'remoteAccess',
  'reference',
  'ruling',
  'statement',
  'substitute',
  'text',
  'title',
  'unit',
  'value',
  'votes',
]);

/** Numbers that a source states or that somebody reports. */
const numberNames: ReadonlySet<string> = new Set([
  'amount',
  'denominator',
  'numerator',
  'quantity',
  'size',
  'value',
]);

function* wordsIn(value: unknown, name: string): Generator<string> {
  if (typeof value === 'string') {
    if (proseNames.has(name)) yield value;
  } else if (typeof value === 'number') {
    if (numberNames.has(name)) yield String(value);
  } else if (Array.isArray(value)) for (const one of value) yield* wordsIn(one, name);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* wordsIn(one, key);
}

/** Characters that mark what was found; nobody needs them in a text. */
export const marks = { open: '\ue000', close: '\ue001' } as const;
const marking = new RegExp(`[${marks.open}${marks.close}]`, 'g');

/** As it is searched and shown: nothing in it marks, turns or hides anything. */
export const plain = (text: string): string => writable(text).replaceAll(marking, '');

/** Everything that an event says in words or numbers, besides roll calls and traces. */
export function proseOf(event: DomainEvent): readonly string[] {
  const {
    rollCall: _rollCall,
    tally: _tally,
    trace: _trace,
    rule: _rule,
    eligibility: _eligibility,
    ...rest
  } = event as DomainEvent & Readonly<Record<string, unknown>>;
  const { locator, ...said } = rest;
  const words = [...wordsIn(said, ''), ...wordsIn(locator ?? '', 'locator')];
  return [...new Set(words.map(plain).filter((text) => text.trim() !== ''))];
}
