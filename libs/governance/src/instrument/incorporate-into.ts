import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { InstrumentIncorporated } from './events.ts';
import type { Facts, OtherInstrumentFact } from './facts.ts';
import { amendable, registered } from './guards.ts';
import type { InstrumentState } from './state.ts';

/** The instrument becomes a part of another one, and is amended only through that one from then on. */
export type IncorporateInto = Readonly<{
  type: 'IncorporateInto';
  intoInstrument: string;
  asArticle?: string;
}>;

export function* incorporateInto(
  state: InstrumentState,
  command: IncorporateInto,
  { other, instrumentId }: OtherInstrumentFact & Pick<Facts, 'instrumentId'>,
): Decision<InstrumentIncorporated> {
  const { intoInstrument } = command;
  yield* registered(state);
  yield* amendable(state);
  if (!other) return yield* refuse('OTHER_INSTRUMENT_UNKNOWN', { instrumentId: intoInstrument });
  if (intoInstrument === instrumentId || other.hosts.includes(instrumentId))
    return yield* refuse('INCORPORATION_CYCLE', { intoInstrument, hosts: other.hosts });
  return [{ ...command, type: 'InstrumentIncorporated', hostRevision: other.revision }];
}
