import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { DisplayNamePolicySet } from './events.ts';
import type { MinorsFact } from './facts.ts';
import { openedSeat } from './guards.ts';
import { seatingAt } from './seat.ts';
import type { BodyState } from './state.ts';

/**
 * How a seat shows who sits in it: by name, by initials, or not at all, which is how every seat begins. A seat for
 * minors, as one of students, is shown by itself alone until it is said to be one no more.
 */
export type SetDisplayNamePolicy = Readonly<{
  type: 'SetDisplayNamePolicy';
  seatId: string;
  policy: DisplayNamePolicySet['policy'];
  /** Whether the seat is for minors; by default as before. */
  minor?: boolean;
}>;

export function* setDisplayNamePolicy(
  state: BodyState,
  { seatId, policy, ...said }: SetDisplayNamePolicy,
  { at, minorIds }: AtFact & MinorsFact,
): Decision<DisplayNamePolicySet> {
  const seat = yield* openedSeat(state, seatId, at);
  const { display } = seat;
  const minor = said.minor ?? display.minor;
  const holder = seatingAt(seat, at)?.seating.holder;
  const heldByMinor = holder?.kind === 'person' && minorIds?.has(holder.id) === true;
  if (policy !== 'seat_only' && (minor || heldByMinor))
    return yield* refuse('MINOR_NEVER_BY_NAME', { seatId, policy, seatForMinors: minor });
  if (policy === display.policy && minor === display.minor)
    return yield* refuse('DISPLAY_NAME_POLICY_UNCHANGED', { seatId, policy, minor });
  return [{ type: 'DisplayNamePolicySet', seatId, policy, minor }];
}
