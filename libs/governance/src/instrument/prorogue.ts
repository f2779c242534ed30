import { certainlyBefore, refuse } from '../kernel/index.ts';
import type { Decision, When } from '../kernel/index.ts';
import type { InstrumentProrogued } from './events.ts';
import { versionInForce } from './force.ts';
import { amendable, decided, registered } from './guards.ts';
import type { Deciding, DecidingFacts } from './guards.ts';
import type { InstrumentState } from './state.ts';

/** The term of the version in force is lengthened, before it has ended. */
export type Prorogue = Readonly<Deciding & { type: 'Prorogue'; until: When }>;

export function* prorogue(
  state: InstrumentState,
  command: Prorogue,
  facts: DecidingFacts,
): Decision<InstrumentProrogued> {
  const { until } = command;
  const { at } = facts;
  yield* registered(state);
  yield* amendable(state);
  const version = versionInForce(state, at)?.version;
  if (!version) return yield* refuse('NOT_IN_FORCE', { at: at.literal });
  const { versionId, until: present } = version;
  const earlier = present ?? at;
  if (!certainlyBefore(earlier, until))
    return yield* refuse('NOT_LATER', { versionId, to: until.literal, than: earlier.literal });
  const by = yield* decided(command, facts);
  return [{ type: 'InstrumentProrogued', versionId, until, ...by }];
}
