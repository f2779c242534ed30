import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { isAdoptable } from '../rulebook/adoptable.ts';
import type { PublicationPolicyAdopted } from './events.ts';
import { hasMandate } from './facts.ts';
import type { AuthorityFact } from './facts.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * A body keeps, as a policy of its own, to rules of open-meeting law that need not bind it, and publishes what is
 * for its members otherwise. The policy replaces the one before; with nothing in it, it ends.
 */
export type AdoptPublicationPolicy = Readonly<{ type: 'AdoptPublicationPolicy' }> &
  Omit<PublicationPolicyAdopted, 'type'>;

export function* adoptPublicationPolicy(
  state: BodyState,
  command: AdoptPublicationPolicy,
  facts: AtFact & AuthorityFact,
): Decision<PublicationPolicyAdopted> {
  yield* existingBody(state, facts.at);
  const unknown = command.ruleIds.filter((id) => !isAdoptable(id));
  if (unknown.length > 0) return yield* refuse('RULE_NOT_ADOPTABLE', { ruleIds: unknown });
  if (!command.clauseRef && !hasMandate(facts)) yield irregular('AUTHORITY_MISSING');
  return [{ ...command, ruleIds: [...new Set(command.ruleIds)], type: 'PublicationPolicyAdopted' }];
}
