import type { Recorded } from '#governance';
import type { Place } from '../report/report.ts';
import type { Category, StreamMemory } from './streams.ts';

/** An event of a known type, its place, and its stream before it. */
export type Event = Readonly<{
  recorded: Recorded;
  category: Category;
  place: Place;
  before: StreamMemory | undefined;
  /** Nothing of its stream before it is hidden. */
  isWhole: boolean;
}>;
