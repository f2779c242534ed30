import { notBefore, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { InstrumentRepealed } from './events.ts';
import { amendable, mustBeDecided, registered } from './guards.ts';
import type { Deciding, DecidingFacts } from './guards.ts';
import { head } from './state.ts';
import type { InstrumentState } from './state.ts';

/** The instrument is repealed as a whole; a clause is repealed by a version. */
export type Repeal = Readonly<Deciding & { type: 'Repeal' }>;

export function* repeal(
  state: InstrumentState,
  command: Repeal,
  facts: DecidingFacts,
): Decision<InstrumentRepealed> {
  yield* registered(state);
  yield* amendable(state);
  const adoption = head(state)?.adoption;
  if (!adoption) return yield* refuse('ADOPTION_MISSING');
  yield* notBefore(facts.at, adoption.at);
  return [{ type: 'InstrumentRepealed', ...(yield* mustBeDecided(command, facts)) }];
}
