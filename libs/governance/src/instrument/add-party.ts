import { incomplete, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { InstrumentPartyAdded } from './events.ts';
import type { OrganizationsFact } from './facts.ts';
import { amendable, registered, registeredOrganizations } from './guards.ts';
import type { InstrumentState } from './state.ts';

/** An organization becomes a party. What was adopted before does not wait for it; later versions do. */
export type AddParty = Readonly<{ type: 'AddParty' }> & Omit<InstrumentPartyAdded, 'type'>;

export function* addParty(
  state: InstrumentState,
  command: AddParty,
  facts: OrganizationsFact,
): Decision<InstrumentPartyAdded> {
  const { organizationId, ratificationMethod } = command;
  yield* registered(state);
  yield* amendable(state);
  if (state.parties.has(organizationId)) return yield* refuse('PARTY_EXISTS', { organizationId });
  yield* registeredOrganizations(facts, [organizationId]);
  if (ratificationMethod === 'unknown') yield incomplete('RATIFICATION_METHOD_UNKNOWN', { organizationId });
  return [{ ...command, type: 'InstrumentPartyAdded' }];
}
