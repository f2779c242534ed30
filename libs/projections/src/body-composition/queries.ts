import type { When } from '#governance';
import type { Reads } from '../runtime/reads.ts';
import type { CompositionView } from './views.ts';

export type TwoTimes = Readonly<{
  /** What was true then. */
  asOf: When;
  /** What the record knew then: an instant, ISO 8601 UTC with milliseconds; by default everything. */
  knownAt?: string | undefined;
}>;

/** undefined for a body of which nothing was known then. */
export declare function composition(
  reads: Reads,
  bodyId: string,
  times: TwoTimes,
): CompositionView | undefined;
