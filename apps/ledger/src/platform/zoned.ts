import type { AtFact, Decider } from '#governance';
import type { InZone } from './dates.ts';

/** In which zone the dates of a command are read. */
export type ZoneFact = Readonly<{ timeZone: string }>;

/** A decider of commands whose dates are read once the facts tell the zone. */
export const zoned = <S, E, C, F extends AtFact>(
  decider: Decider<S, E, C, F>,
): Decider<S, E, InZone<C>, F & ZoneFact> => ({
  ...decider,
  decide: (state, command, facts) => decider.decide(state, command(facts.timeZone), facts),
});

/** For reading the ids of a command before its zone is known: they depend on none. */
export const anyZone = 'UTC';
