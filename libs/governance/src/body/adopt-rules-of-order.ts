import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { RulesOfOrderAdopted } from './events.ts';
import { hasMandate } from './facts.ts';
import type { AuthorityFact } from './facts.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * The body says by which rules of order it proceeds, whether it keeps strictly to the order of precedence of
 * motions, and whether it takes the rules for small boards. RONR (12th ed.) 2:15, 49:21.
 */
export type AdoptRulesOfOrder = Readonly<{ type: 'AdoptRulesOfOrder' }> & Omit<RulesOfOrderAdopted, 'type'>;

export function* adoptRulesOfOrder(
  state: BodyState,
  command: AdoptRulesOfOrder,
  facts: AtFact & AuthorityFact,
): Decision<RulesOfOrderAdopted> {
  yield* existingBody(state, facts.at);
  if (!command.clauseRef && !hasMandate(facts)) yield irregular('AUTHORITY_MISSING');
  return [{ ...command, type: 'RulesOfOrderAdopted' }];
}
