import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ConstituencyDefined } from './events.ts';
import type { OrganizationsFact } from './facts.ts';
import { existingBody, registered } from './guards.ts';
import { bodyScope } from '../tally/electorate.ts';
import type { BodyState } from './state.ts';

/**
 * A side of the table gets its name; seats are opened for it, and rules may ask for its majority. Its id is
 * not the name by which rules ask the whole body.
 */
export type DefineConstituency = Readonly<{ type: 'DefineConstituency' }> & Omit<ConstituencyDefined, 'type'>;

export function* defineConstituency(
  state: BodyState,
  command: DefineConstituency,
  facts: AtFact & OrganizationsFact,
): Decision<ConstituencyDefined> {
  const { constituencyId, organizationId } = command;
  yield* existingBody(state, facts.at);
  if (constituencyId === bodyScope) return yield* refuse('CONSTITUENCY_ID_RESERVED', { constituencyId });
  if (state.constituencies.has(constituencyId))
    return yield* refuse('CONSTITUENCY_EXISTS', { constituencyId });
  yield* registered(facts, [organizationId]);
  return [{ ...command, type: 'ConstituencyDefined' }];
}
