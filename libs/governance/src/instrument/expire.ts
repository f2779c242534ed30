import { certainlyBefore, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import type { InstrumentExpired } from './events.ts';
import { forces } from './force.ts';
import { registered } from './guards.ts';
import type { InstrumentState } from './state.ts';
import type { Version } from './version.ts';

/** The version in force ends with its term. */
export type Expire = Readonly<{ type: 'Expire' }>;

/** The version that came into force last, and of which no end is on record; its term may be over by then. */
function* running(state: InstrumentState, at: When): Check<Version> {
  const last = forces(state).findLast(({ start }) => !certainlyBefore(at, start));
  const version = last && state.versions.get(last.versionId);
  if (!version || version.expiredAt || state.ending) return yield* refuse('NOT_IN_FORCE', { at: at.literal });
  return version;
}

export function* expire(
  state: InstrumentState,
  _command: Expire,
  { at }: AtFact,
): Decision<InstrumentExpired> {
  yield* registered(state);
  const { versionId, until } = yield* running(state, at);
  if (until && certainlyBefore(at, until))
    yield irregular('TERM_NOT_OVER', { versionId, until: until.literal, at: at.literal });
  return [{ type: 'InstrumentExpired', versionId }];
}
