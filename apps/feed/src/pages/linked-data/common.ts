import type { When } from '#governance';
import type { Say } from '../frame/page.tsx';

/* What pages are about, in the terms of schema.org; the types of `schema-dts` hold them to its vocabulary. */

/** The address of a thing, whatever language it is read in: by it, pages mean the same thing. */
export const idOf = ({ publicUrl }: Pick<Say, 'publicUrl'>, path: string) => `${publicUrl}${path}`;

/** A body or an organization that is named beside something else. */
export const organization = (say: Pick<Say, 'publicUrl'>, bodyId: string, name = bodyId) =>
  ({ '@type': 'Organization', '@id': idOf(say, `/bodies/${bodyId}`), name }) as const;

/** One that has no page here. */
export const named = (name: string) => ({ '@type': 'Organization', name }) as const;

/** A time as ISO 8601, where it is known to the day at least. */
export function isoOf(when: When | undefined): string | undefined {
  if (when?.precision === 'instant') return when.earliest;
  return when?.precision === 'day' ? when.literal : undefined;
}

/** A date, where it is known as one. */
export const dayOf = (when: When | undefined): string | undefined => isoOf(when)?.slice(0, 10);

type Known<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** What is known of a thing: the vocabulary has properties that are absent, and none that are undefined. */
export const known = <const T extends object>(of: T): Known<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Known<T>;
