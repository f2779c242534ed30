import { asked, boundary } from '#governance';
import type { Range, When } from '#governance';
import { knownBy } from './statements.ts';
import type { Provenance } from './provenance.ts';

/*
 * Answers as of a time, as the record knew it at a time, from the events that had happened and were recorded by then.
 */

/** `asOf`: what had happened by then; `knownAt`: what was recorded by then, an instant in UTC. By default everything. */
export type AskedTimes = Readonly<{ asOf?: When | undefined; knownAt?: string | undefined }>;

/** What an answer says of its times. */
export type AnsweredTimes = Readonly<{
  asOf?: When;
  knownAt?: string;
  /** Events that are counted in and may have come after `asOf`: their dates say no more. */
  possibleEventIds?: readonly string[];
}>;

type Told = Readonly<{ provenance: Provenance }>;

/** Between what instants something began. */
export type Begins<E extends Told> = (entry: E) => Range;

/** Something happened, at the latest, when it was recorded. */
export const happened: Begins<Told> = ({ provenance: { occurredAt, recordedAt } }) => {
  const { earliest: from, latest } = occurredAt;
  return { from, to: from <= recordedAt && recordedAt < latest ? recordedAt : latest };
};

/** What holds from a time on: from the beginning of a day. */
export const takesEffect = (when: When): Range => boundary(when);

/** True where nothing is asked but how things stand. */
export const asTheyStand = ({ asOf, knownAt }: AskedTimes): boolean =>
  asOf === undefined && knownAt === undefined;

/** The entries that count at the times that are asked for, and what the answer says of these. */
export function entriesAt<E extends Told>(
  entries: readonly E[],
  { asOf, knownAt }: AskedTimes,
  begins: Begins<E> = happened,
): Readonly<{ entries: readonly E[]; times: AnsweredTimes }> {
  const known = knownBy(entries, knownAt);
  const answered = knownAt === undefined ? {} : { knownAt };
  if (!asOf) return { entries: known, times: answered };
  const at = asked(asOf);
  const hasBegun = (entry: E): boolean => begins(entry).from <= at.to;
  // Of what came to be only later, nothing had happened, whatever its other dates leave open.
  const counted = known.slice(0, 1).every(hasBegun) ? known.filter(hasBegun) : [];
  const possible = counted.filter((entry) => begins(entry).to > at.from);
  const ids = possible.map(({ provenance }) => provenance.eventId);
  return {
    entries: counted,
    times: { ...answered, asOf, ...(ids.length > 0 && { possibleEventIds: ids }) },
  };
}
