import type { AtFact, Decision } from '../../kernel/index.ts';
import type { AttendanceFact, RegimeFact } from '../facts.ts';
import { inSession, inStatus } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { CommitteeDischarged } from './events.ts';
import type { OtherMotionsFact } from './facts.ts';
import { adoptedOnThis } from './guards.ts';

/** The body takes the motion back from the committee that has it. RONR (12th ed.) 36. */
export type DischargeCommittee = Readonly<{ type: 'DischargeCommittee'; byMotionId: string }>;

export function* dischargeCommittee(
  state: MotionState,
  command: DischargeCommittee,
  facts: AttendanceFact & RegimeFact & AtFact & OtherMotionsFact,
): Decision<CommitteeDischarged> {
  yield* inStatus(state, command, 'referred');
  yield* inSession(state, facts);
  const { pin } = yield* adoptedOnThis(state, facts, command.byMotionId, 'bringback.discharge_committee');
  return [{ type: 'CommitteeDischarged', ...pin }];
}
