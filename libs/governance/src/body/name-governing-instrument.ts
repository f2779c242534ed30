import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { governs } from './as-of.ts';
import type { GoverningInstrumentNamed, GoverningInstrumentReleased } from './events.ts';
import type { InstrumentFact } from './facts.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * The rules that clauses of an instrument state hold for the body: its notice, quorum and composition are judged by
 * them. Each rule has its own time in force; the instrument may be the body's own, or one that stands above it.
 */
export type NameGoverningInstrument = Readonly<{ type: 'NameGoverningInstrument'; instrumentId: string }>;

/** From now on the instrument has no say in how the body proceeds. */
export type ReleaseGoverningInstrument = Readonly<{ type: 'ReleaseGoverningInstrument' }> &
  Omit<GoverningInstrumentReleased, 'type'>;

export function* nameGoverningInstrument(
  state: BodyState,
  { instrumentId }: NameGoverningInstrument,
  { at, instrument }: AtFact & InstrumentFact,
): Decision<GoverningInstrumentNamed> {
  yield* existingBody(state, at);
  if (!instrument) return yield* refuse('GOVERNING_INSTRUMENT_UNKNOWN', { instrumentId });
  if (governs(state, instrumentId, at)) return yield* refuse('INSTRUMENT_GOVERNS_ALREADY', { instrumentId });
  return [{ type: 'GoverningInstrumentNamed', instrumentId, instrumentRevision: instrument.revision }];
}

export function* releaseGoverningInstrument(
  state: BodyState,
  command: ReleaseGoverningInstrument,
  { at }: AtFact,
): Decision<GoverningInstrumentReleased> {
  const { instrumentId } = command;
  yield* existingBody(state, at);
  if (!governs(state, instrumentId, at)) return yield* refuse('INSTRUMENT_GOVERNS_NOT', { instrumentId });
  return [{ ...command, type: 'GoverningInstrumentReleased' }];
}
