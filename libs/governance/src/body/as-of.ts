import { holdsAt, inForceAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { Regime } from './events.ts';
import type { Seat } from './seat.ts';
import type { BodyState, CompositionRule } from './state.ts';

/** Which open-meeting law applies at a time; nobody has said so before a determination takes effect. */
export const regimeAt = ({ regimes }: BodyState, at: When): Regime =>
  inForceAt(regimes, at)?.regime ?? 'UNDETERMINED';

/** The composition rule in force at a time. */
export const compositionRuleAt = ({ compositionRules }: BodyState, at: When): CompositionRule | undefined =>
  inForceAt(compositionRules, at);

/** Seats that are open at a time, or may have been, in the order in which they were opened. */
export const openSeatsAt = ({ seats }: BodyState, at: When): readonly Seat[] =>
  [...seats.values()].filter(({ open }) => holdsAt(open, at) !== 'no');
