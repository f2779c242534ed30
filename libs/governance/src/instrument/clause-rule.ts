import type { When } from '../kernel/index.ts';
import type { RuleBound, RuleInterpreted } from './events.ts';

export type Interpretation = Omit<RuleInterpreted, 'type'> & Readonly<{ at: When }>;

/** A rule of a clause, since when, and how it has been read. */
export type BoundRule = Omit<RuleBound, 'type'> &
  Readonly<{ start: When; interpretations: readonly Interpretation[] }>;
