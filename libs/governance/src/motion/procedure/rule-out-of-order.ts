import { irregular, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import type { Attendance } from '../../meeting/attendance.ts';
import type { AttendanceFact } from '../facts.ts';
import { inStatus, meetingOfBody } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { MotionReinstated, MotionRuledOutOfOrder, OutOfOrderGround } from './events.ts';

/**
 * The chair ruled that the motion is not in order: germaneness above all, which only a ruling can deny.
 * RONR (12th ed.) 23; 12:16–22.
 */
export type RuleMotionOutOfOrder = Readonly<{
  type: 'RuleMotionOutOfOrder';
  meetingId: string;
  rulingId: string;
  ground: OutOfOrderGround;
}>;

/** The body overturned that ruling on appeal: the motion is before it again. RONR (12th ed.) 24. */
export type ReinstateMotion = Readonly<{ type: 'ReinstateMotion' }>;

type Rulings = Attendance['rulings'];

function* rulingIn(
  { rulings, meetingId }: Attendance,
  rulingId: string,
): Check<NonNullable<ReturnType<Rulings['get']>>> {
  return rulings.get(rulingId) ?? (yield* refuse('RULING_UNKNOWN', { rulingId, meetingId }));
}

export function* ruleMotionOutOfOrder(
  state: MotionState,
  command: RuleMotionOutOfOrder,
  facts: AttendanceFact,
): Decision<MotionRuledOutOfOrder> {
  const { rulingId, meetingId, ground } = command;
  yield* inStatus(state, command, 'drafted', 'submitted', 'agendized', 'moved', 'pending');
  const attendance = yield* meetingOfBody(state, facts);
  const ruling = yield* rulingIn(attendance, rulingId);
  if (ruling === 'overturned') yield* refuse('RULING_OVERTURNED', { rulingId });
  if (ruling === 'appealed') yield irregular('RULING_UNDER_APPEAL', { rulingId });
  return [
    { type: 'MotionRuledOutOfOrder', meetingId, rulingId, ground, meetingRevision: attendance.revision },
  ];
}

export function* reinstateMotion(
  state: MotionState,
  command: ReinstateMotion,
  facts: AttendanceFact,
): Decision<MotionReinstated> {
  yield* inStatus(state, command, 'ruled_out_of_order');
  const { rulingId = '' } = state.procedure.ruling ?? {};
  const attendance = yield* meetingOfBody(state, facts);
  const ruling = yield* rulingIn(attendance, rulingId);
  if (ruling !== 'overturned') yield* refuse('RULING_NOT_OVERTURNED', { rulingId, status: ruling });
  const { meetingId, revision: meetingRevision } = attendance;
  return [{ type: 'MotionReinstated', meetingId, rulingId, meetingRevision }];
}
