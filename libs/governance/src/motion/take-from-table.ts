import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionTakenFromTable } from './events.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { inSession, inStatus, presentMember } from './guards.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import { byAdopted } from './procedure/guards.ts';
import type { MotionState } from './state.ts';

/** The body takes the motion up again, in the same meeting or the one that is named. RONR (12th ed.) §34. */
export type TakeFromTable = Readonly<{
  type: 'TakeFromTable';
  seatId?: string;
  meetingId?: string;
  byMotionId?: string;
}>;

export function* takeFromTable(
  state: MotionState,
  command: TakeFromTable,
  facts: RosterFact & AttendanceFact & RegimeFact & AtFact & OtherMotionsFact,
): Decision<MotionTakenFromTable> {
  const { type: _type, ...rest } = command;
  yield* inStatus(state, command, 'tabled');
  yield* inSession(state, facts);
  if (rest.seatId !== undefined) yield* presentMember(facts, rest.seatId);
  const by = yield* byAdopted(state, facts, command, 'bringback.take_from_table');
  return [{ type: 'MotionTakenFromTable', ...rest, ...by }];
}
