import { refuse } from '../kernel/index.ts';
import type { Check } from './guards.ts';
import type { MotionState } from './state.ts';

/** Votes, rounds and consents of a motion have ids of their own: each decision is found by its id. */
export function* unusedId({ voteEventIds }: MotionState, id: string): Check {
  if (voteEventIds.includes(id)) yield* refuse('VOTE_EVENT_EXISTS', { voteEventId: id });
}
