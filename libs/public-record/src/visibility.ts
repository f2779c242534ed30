import type { Recorded } from '#governance';
import type { TypeClass } from './entry.ts';

/**
 * Categories that may be public at all. Others, `access` first among them, are sealed whatever their envelope
 * says, and so is a category that comes later until it is put in this list.
 */
const publicCategories: ReadonlyMap<string, TypeClass> = new Map([
  ['organization', 'structure'],
  ['body', 'structure'],
  ['meeting', 'proceedings'],
  ['motion', 'proceedings'],
  ['source', 'structure'],
  ['claim', 'structure'],
  ['commitment', 'proceedings'],
  ['challenge', 'proceedings'],
  ['consequence', 'proceedings'],
  ['instrument', 'structure'],
  ['cohort', 'proceedings'],
  ['application', 'proceedings'],
  ['school', 'structure'],
]);

const sealedCategories: ReadonlyMap<string, TypeClass> = new Map([
  ['access', 'administration'],
  ['meeting_entry', 'administration'],
]);

/** Of persons, only that a name is public, or is so no more: digests, never names. */
const publicOfPersons: ReadonlySet<string> = new Set(['PersonNamePublished', 'PersonNameWithdrawn']);

/** Whether an event of this category can ever be shown: not who may act, nor who a person is. */
export const mayBePublic = ({ category, event }: Recorded): boolean =>
  publicCategories.has(category) || (category === 'person' && publicOfPersons.has(event.type));

/** Only what says so in so many words, and may: everything else is committed to, not shown. */
export const isPublic = (recorded: Recorded): boolean =>
  mayBePublic(recorded) && recorded.envelope.visibility === 'public';

/** What a commitment says of the event. A category that is not known here is not named either. */
export function classesOf({ category }: Recorded): Readonly<{ streamClass: string; typeClass: TypeClass }> {
  const typeClass = publicCategories.get(category) ?? sealedCategories.get(category);
  return typeClass === undefined
    ? { streamClass: 'other', typeClass: 'other' }
    : { streamClass: category, typeClass };
}
