import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { WitnessAppointed, WitnessDismissed } from './events.ts';
import type { OrganizationsFact } from './facts.ts';
import { existingBody, registered } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * A party to the body has the record witnessed: its own server cosigns the transparency log, so that nobody can
 * change the record, or show it another one, without its notice.
 */
export type AppointWitness = Readonly<{ type: 'AppointWitness' }> & Omit<WitnessAppointed, 'type'>;

/** Seconds after which a cosignature is late where the appointment says nothing else. */
export const lateAfterSeconds = 3_600;

/** From now on the witness is not asked any more. What it cosigned stays good. */
export type DismissWitness = Readonly<{ type: 'DismissWitness' }> & Omit<WitnessDismissed, 'type'>;

export function* appointWitness(
  state: BodyState,
  command: AppointWitness,
  { at, organizationIds }: AtFact & OrganizationsFact,
): Decision<WitnessAppointed> {
  const { witnessId, organizationId, vkey } = command;
  yield* existingBody(state, at);
  if (state.witnesses.has(witnessId)) return yield* refuse('WITNESS_EXISTS', { witnessId });
  const same = [...state.witnesses].find(([, one]) => one.vkey === vkey && !one.dismissed);
  if (same) return yield* refuse('WITNESS_KEY_APPOINTED', { witnessId: same[0] });
  yield* registered({ organizationIds }, [organizationId]);
  const parties = [...state.constituencies.values()].map((one) => one.organizationId);
  if (!parties.includes(organizationId)) yield irregular('WITNESS_OF_NO_PARTY', { organizationId });
  return [{ ...command, type: 'WitnessAppointed' }];
}

export function* dismissWitness(
  state: BodyState,
  command: DismissWitness,
  { at }: AtFact,
): Decision<WitnessDismissed> {
  const { witnessId } = command;
  yield* existingBody(state, at);
  const witness = state.witnesses.get(witnessId);
  if (!witness) return yield* refuse('WITNESS_UNKNOWN', { witnessId });
  if (witness.dismissed) return yield* refuse('WITNESS_DISMISSED', { witnessId });
  return [{ ...command, type: 'WitnessDismissed' }];
}
