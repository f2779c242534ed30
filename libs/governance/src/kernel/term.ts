import { asked, boundary, certainlyNotAfter } from './when.ts';
import type { When } from './when.ts';

/** Since when and until when something holds: the start belongs to it, the end does not. No end: until further notice. */
export type Term = Readonly<{ start: When; end?: When | undefined }>;

/** What the known dates allow to say. */
export type Certainty = 'certain' | 'possible' | 'no';

/** Later than every time. */
const never = '~';
const endOf = ({ end }: Term) => (end ? boundary(end) : { from: never, to: never });

/**
 * Whether a term holds at a time, as far as both are known: `certain` if it does wherever its boundaries lie
 * in their ranges, `no` if it cannot, otherwise `possible`. An instant asks for that instant, a day for its
 * end, anything coarser for the whole range: `certain` then means that the term holds throughout.
 */
export function holdsAt(term: Term, asOf: When): Certainty {
  const [at, start, end] = [asked(asOf), boundary(term.start), endOf(term)];
  if (start.to <= at.from && at.to < end.from) return 'certain';
  return at.to < start.from || end.to <= at.from ? 'no' : 'possible';
}

/** Orders what begins at a time by the earliest that it may have begun. */
export const byStart = (a: Readonly<{ start: When }>, b: Readonly<{ start: When }>): number =>
  a.start.earliest < b.start.earliest ? -1 : Number(a.start.earliest > b.start.earliest);

/** A term that cannot have lasted: an appointment that ended before it began. */
export const isVoid = ({ start, end }: Term): boolean => end !== undefined && certainlyNotAfter(end, start);

const meet = (a: Term, b: Term): boolean => boundary(a.start).to < endOf(b).from;

/**
 * Whether there certainly was a time at which all of these terms held. What only may have been at the same
 * time is no objection. (Intervals that meet two by two have a time in common, so pairs are enough.)
 */
export const certainlyCoincide = (...terms: readonly Term[]): boolean =>
  !terms.some(isVoid) && terms.every((a, i) => terms.every((b, j) => i === j || meet(a, b)));

/**
 * Of values that took effect one after another, the one in force at a time: of those certainly in effect the
 * latest, of equals the one recorded last. Without any, the first that may have been.
 */
export function inForceAt<T extends Readonly<{ start: When }>>(
  values: readonly T[],
  asOf: When,
): T | undefined {
  const certain = values.filter((value) => holdsAt({ start: value.start }, asOf) === 'certain');
  if (certain.length === 0)
    return values.find((value) => holdsAt({ start: value.start }, asOf) === 'possible');
  return certain.reduce((latest, value) => (value.start.earliest < latest.start.earliest ? latest : value));
}
