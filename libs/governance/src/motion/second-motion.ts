import { broken } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionSeconded, SecondExemption } from './events.ts';
import type { AttendanceFact, RosterFact, SecondingFact } from './facts.ts';
import { inStatus, presentMember } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionState } from './state.ts';

/**
 * A member agrees that the body should consider a motion, or the rules exempt it. RONR (12th ed.) 4:9–14.
 * With neither, a source says that it was seconded and not by whom.
 */
export type SecondMotion = Readonly<{ type: 'SecondMotion'; seatId?: string; exemption?: SecondExemption }>;

type SecondMotionFacts = RosterFact & AttendanceFact & SecondingFact & AtFact;

/** The second comes from another seat (RR-01), and from the other side if a clause asks for it (SP-12). */
function* seconder(
  { mover }: MotionState,
  seatId: string,
  facts: SecondMotionFacts,
): Check<string | undefined> {
  const { constituencyId } = yield* presentMember(facts, seatId);
  if (seatId === mover?.seatId) yield broken('RR-01', 'SELF_SECOND', { seatId });
  if (facts.secondFromOtherConstituency && constituencyId === mover?.constituencyId)
    yield broken('SP-12', 'SECOND_WRONG_CONSTITUENCY', { seatId, constituencyId });
  return constituencyId;
}

export function* secondMotion(
  state: MotionState,
  command: SecondMotion,
  facts: SecondMotionFacts,
): Decision<MotionSeconded> {
  const { seatId, exemption } = command;
  yield* inStatus(state, command, 'moved');
  if (exemption !== undefined) {
    if (exemption === 'small_board')
      yield broken('RR-01', 'SECOND_REQUIRED', {
        reason: 'the body has not adopted the rules for small boards',
      });
    return [{ type: 'MotionSeconded', exemption }];
  }
  if (seatId === undefined) {
    yield broken('RR-01', 'SECOND_REQUIRED', { reason: 'no seat seconds and no rule exempts' });
    return [{ type: 'MotionSeconded' }];
  }
  const constituencyId = yield* seconder(state, seatId, facts);
  return [{ type: 'MotionSeconded', seatId, ...(constituencyId !== undefined && { constituencyId }) }];
}
