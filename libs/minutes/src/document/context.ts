import type { tally, When } from '#governance';
import type { OtherMotion } from './minutes-document.ts';
import type { Seats } from './seats.ts';

/** What the lines of a motion need to know of the meeting. */
export type Context = Readonly<{
  meetingId: string;
  seats: Seats;
  adjourned: When | undefined;
  /** By id, the titles of the motions that were before the meeting; undefined where the draft is not public. */
  titles: ReadonlyMap<string, string | undefined>;
}>;

export const clauseOf = ({ clauseRef }: Pick<tally.DecisionRule, 'clauseRef'>): string | undefined =>
  clauseRef && [clauseRef.instrument, clauseRef.version, clauseRef.clause].filter(Boolean).join(', ');

export const otherMotion = (
  { titles }: Context,
  motionId: string,
  title: string | undefined = titles.get(motionId),
): OtherMotion => ({ motionId, ...(title !== undefined && { title }) });

/** A field with a list, or none where the list would be empty: what has no part in a meeting leaves its minutes alone. */
export const unlessEmpty = <K extends string, T>(
  field: K,
  values: readonly T[],
): Readonly<{ [P in K]?: readonly T[] }> =>
  (values.length === 0 ? {} : { [field]: values }) as Readonly<{ [P in K]?: readonly T[] }>;
