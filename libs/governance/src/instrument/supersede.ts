import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { InstrumentSuperseded } from './events.ts';
import type { Facts, OtherInstrumentFact } from './facts.ts';
import { amendable, registered } from './guards.ts';
import type { InstrumentState } from './state.ts';

/** Another instrument takes the place of this one as a whole; a version takes that of the one before it. */
export type Supersede = Readonly<{ type: 'Supersede'; byInstrument: string }>;

export function* supersede(
  state: InstrumentState,
  { byInstrument }: Supersede,
  { other, instrumentId }: OtherInstrumentFact & Pick<Facts, 'instrumentId'>,
): Decision<InstrumentSuperseded> {
  yield* registered(state);
  yield* amendable(state);
  if (!other || byInstrument === instrumentId)
    return yield* refuse('OTHER_INSTRUMENT_UNKNOWN', { instrumentId: byInstrument });
  return [{ type: 'InstrumentSuperseded', byInstrument, successorRevision: other.revision }];
}
