import { irregular } from '../../kernel/index.ts';
import type { Attendance } from '../../meeting/attendance.ts';
import { carries } from '../cited.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { MotionRead } from './events.ts';
import type { OrderFact, OtherMotion, OtherMotionsFact } from './facts.ts';
import { targetStands } from './in-order.ts';
import { pendingIn, precedes, rankOf } from './precedence.ts';

type RipeFacts = OtherMotionsFact & OrderFact;

/** Whether a motion was made on another one, or on one that was made on it. */
function isOn(motionId: string, { state }: OtherMotion, { motions }: OtherMotionsFact): boolean {
  if (state.appliesTo === undefined) return false;
  if (state.appliesTo === motionId) return true;
  const below = motions.get(state.appliesTo);
  return below !== undefined && isOn(motionId, below, { motionId, motions });
}

/** Whether a pending motion is decided before this one: it was made on it, or ranks higher. */
function isBefore({ classification }: MotionState, other: OtherMotion, facts: RipeFacts): boolean {
  const rank = rankOf(classification);
  const otherRank = rankOf(other.state.classification);
  return (
    isOn(facts.motionId, other, facts) || (rank !== undefined && otherRank !== undefined && otherRank > rank)
  );
}

/** Adopted amendments of which the text does not know. */
const unapplied = ({ procedure }: MotionState, { motions, motionId }: OtherMotionsFact) =>
  [...motions.values()].filter(
    ({ motionId: byMotionId, state }) =>
      state.appliesTo === motionId &&
      state.classification === 'subsidiary.amend' &&
      carries.includes(state.status) &&
      !procedure.appliedMotionIds.includes(byMotionId),
  );

/**
 * A question is put when nothing is pending on it or before it (RR-02), what the body adopted on it stands in
 * its text, and the motion on which it was made is still there to be acted on. RONR (12th ed.) 4:34, 5:10.
 *
 * @returns the motions that were in the way, as they were read
 */
export function* ripe(
  state: MotionState,
  { meetingId }: Attendance,
  facts: RipeFacts,
): Check<readonly MotionRead[]> {
  const original = facts.motions.get(state.appliesTo ?? '');
  const isUnderWay = original?.state.procedure.reconsideration?.byMotionId === facts.motionId;
  if (original && !isUnderWay) yield* targetStands(state, original);
  const others = [...facts.motions.values()].filter(({ motionId }) => motionId !== facts.motionId);
  const before = pendingIn(meetingId, others).filter((other) => isBefore(state, other, facts));
  for (const other of before) yield* precedes(state, other, facts.rulesOfOrder);
  const forgotten = unapplied(state, facts);
  for (const { motionId } of forgotten) yield irregular('AMENDMENT_NOT_APPLIED', { byMotionId: motionId });
  return [...before, ...forgotten].map(({ motionId, revision }) => ({ motionId, revision }));
}
