import { getBody, getCohort, getOrganization } from '#projections';
import type { Reads } from '#projections';
import { nameOf } from '../feeds/milestone-item.ts';

/** What an id stands for, whatever kind of thing it is: its name, and where it is read. */
export type Subject = Readonly<{ name: string; path?: string }>;

type Find = (reads: Reads, id: string) => Subject | undefined;

const found = (name: string | undefined, path?: string): Subject | undefined =>
  name === undefined ? undefined : { name, ...(path !== undefined && { path }) };

/** The name of an instrument or a school; undefined for what is none. */
const named = (reads: Reads, kind: 'instrument' | 'school', id: string): string | undefined => {
  const name = nameOf(reads, kind, id);
  return name === id ? undefined : name;
};

const kinds: readonly Find[] = [
  (reads, id) => found(getBody(reads, id)?.name, `/bodies/${id}`),
  (reads, id) => found(named(reads, 'instrument', id), `/instruments/${id}`),
  (reads, id) => found(named(reads, 'school', id), `/schools/${id}`),
  (reads, id) => found(getCohort(reads, id)?.label, '/cohorts'),
  (reads, id) => found(getOrganization(reads, id)?.name),
];

/** Sources speak of things of any kind, and of some that the record does not know: these keep their id. */
export function subjectOf(reads: Reads, id: string): Subject {
  for (const find of kinds) {
    const subject = find(reads, id);
    if (subject) return subject;
  }
  return { name: id };
}
