import type { Decision } from './decision.ts';
import type { When } from './when.ts';

/** Every decision knows when what it decides happened; it comes from the envelope, in the body's time zone. */
export type AtFact = Readonly<{ at: When }>;

/**
 * A concept of the domain as the application sees it: a stream category, how its state follows from its
 * events, and how commands are decided on that state. `evolve` gets the envelope's `occurredAt`.
 */
export type Decider<S, E, C, F extends AtFact> = Readonly<{
  category: string;
  initialState: S;
  evolve: (state: S, event: E, at: When) => S;
  decide: (state: S, command: C, facts: F) => Decision<E>;
}>;
