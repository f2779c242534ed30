import { refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { InstrumentRegistered } from './events.ts';
import type { BodyFact } from './facts.ts';
import type { InstrumentState } from './state.ts';

/**
 * An instrument enters the record, before anything of it is adopted. Its dates are read in the zone of its body,
 * or else in the one that is given.
 */
export type RegisterInstrument = Readonly<{ type: 'RegisterInstrument'; timeZone?: string }> &
  Omit<InstrumentRegistered, 'type' | 'timeZone'>;

export function* registerInstrument(
  state: InstrumentState,
  command: RegisterInstrument,
  { body }: BodyFact,
): Decision<InstrumentRegistered> {
  const { bodyId } = command;
  if (state.kind !== undefined) return yield* refuse('INSTRUMENT_EXISTS', { title: state.title });
  if (bodyId !== undefined && !body) return yield* refuse('BODY_UNKNOWN', { bodyId });
  const timeZone = body?.timeZone ?? command.timeZone ?? state.timeZone;
  return [{ ...command, type: 'InstrumentRegistered', timeZone }];
}
