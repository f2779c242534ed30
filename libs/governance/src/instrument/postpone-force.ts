import { certainlyBefore, refuse } from '../kernel/index.ts';
import type { Decision, When } from '../kernel/index.ts';
import type { InstrumentForcePostponed } from './events.ts';
import { hasBegun } from './force.ts';
import { adoptedVersion, amendable, decided, notSuperseded, registered } from './guards.ts';
import type { Deciding, DecidingFacts } from './guards.ts';
import type { InstrumentState } from './state.ts';

/** A version that is not in force yet comes into force later than it would have. */
export type PostponeForce = Readonly<Deciding & { type: 'PostponeForce'; versionId: string; to: When }>;

export function* postponeForce(
  state: InstrumentState,
  command: PostponeForce,
  facts: DecidingFacts,
): Decision<InstrumentForcePostponed> {
  const { versionId, to } = command;
  yield* registered(state);
  yield* amendable(state);
  const version = yield* adoptedVersion(state, versionId);
  yield* notSuperseded(state, version);
  const { inForceFrom } = version;
  if (inForceFrom && hasBegun(version, facts.at))
    return yield* refuse('ALREADY_IN_FORCE', { versionId, from: inForceFrom.literal });
  const until = inForceFrom ?? version.notBefore ?? facts.at;
  if (!certainlyBefore(until, to))
    return yield* refuse('NOT_LATER', { versionId, to: to.literal, than: until.literal });
  const by = yield* decided(command, facts);
  return [{ type: 'InstrumentForcePostponed', versionId, to, ...by }];
}
