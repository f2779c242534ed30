import { refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import type { InstrumentEnteredIntoForce } from './events.ts';
import { adoptedVersion, notSuperseded, registered } from './guards.ts';
import type { InstrumentState } from './state.ts';
import { completeAt, outstanding } from './version.ts';
import type { Version } from './version.ts';

/** A version comes into force, where it did not by itself. Without `from`: when the command happened. */
export type EnterIntoForce = Readonly<{ type: 'EnterIntoForce'; versionId: string; from?: When }>;

/** Not before it was adopted, nor before the last party ratified it (SP-14), nor before a time to which it was put off. */
function* notTooEarly(version: Version, from: When): Check {
  const { versionId, notBefore } = version;
  const complete = completeAt(version);
  for (const earlier of [complete, notBefore])
    if (earlier && from.latest < earlier.earliest)
      yield* refuse('IN_FORCE_TOO_EARLY', {
        rule: 'SP-14',
        versionId,
        from: from.literal,
        notBefore: earlier.literal,
      });
}

export function* enterIntoForce(
  state: InstrumentState,
  { versionId, from: given }: EnterIntoForce,
  { at }: AtFact,
): Decision<InstrumentEnteredIntoForce> {
  yield* registered(state);
  const { ending } = state;
  if (ending) return yield* refuse('INSTRUMENT_ENDED', { how: ending.how, at: ending.at.literal });
  const version = yield* adoptedVersion(state, versionId);
  if (version.inForceFrom)
    return yield* refuse('ALREADY_IN_FORCE', { versionId, from: version.inForceFrom.literal });
  yield* notSuperseded(state, version);
  const missing = outstanding(version);
  if (missing.length > 0)
    return yield* refuse('RATIFICATION_INCOMPLETE', { rule: 'SP-14', versionId, missing });
  const from = given ?? at;
  yield* notTooEarly(version, from);
  return [{ type: 'InstrumentEnteredIntoForce', versionId, from }];
}
