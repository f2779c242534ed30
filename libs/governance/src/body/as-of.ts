import { holdsAt, inForceAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { isAdoptable } from '../rulebook/adoptable.ts';
import type { Selection } from '../rulebook/selection.ts';
import type { Regime } from './events.ts';
import type { Seat } from './seat.ts';
import type { BodyState, CompositionRule } from './state.ts';

/** Which open-meeting law applies at a time; nobody has said so before a determination takes effect. */
export const regimeAt = ({ regimes }: BodyState, at: When): Regime =>
  inForceAt(regimes, at)?.regime ?? 'UNDETERMINED';

/** What the body has selected at a time: its open-meeting law, its rules of order, its own policy. */
export const selectionAt = (state: BodyState, at: When): Selection & Readonly<{ regime: Regime }> => ({
  regime: regimeAt(state, at),
  order: inForceAt(state.ordersAdopted, at),
  policy: (inForceAt(state.policies, at)?.ruleIds ?? []).filter(isAdoptable),
});

/** Instruments whose clauses govern the body at a time. */
export const governingAt = ({ governing }: BodyState, at: When): readonly string[] =>
  [...governing]
    .filter(([, released]) => !released || holdsAt({ start: released }, at) !== 'certain')
    .map(([instrumentId]) => instrumentId);

export const governs = (state: BodyState, instrumentId: string, at: When): boolean =>
  governingAt(state, at).includes(instrumentId);

/** The composition rule in force at a time. */
export const compositionRuleAt = ({ compositionRules }: BodyState, at: When): CompositionRule | undefined =>
  inForceAt(compositionRules, at);

/** Seats that are open at a time, or may have been, in the order in which they were opened. */
export const openSeatsAt = ({ seats }: BodyState, at: When): readonly Seat[] =>
  [...seats.values()].filter(({ open }) => holdsAt(open, at) !== 'no');
