import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import type { MotionReferred } from './events.ts';
import type { AttendanceFact, ReferralFact, RegimeFact } from './facts.ts';
import { inSession, inStatus } from './guards.ts';
import type { OtherMotionsFact } from './procedure/facts.ts';
import { byAdopted } from './procedure/guards.ts';
import type { MotionState } from './state.ts';

/** The body sends the motion to a committee for a report. RONR (12th ed.) §13. */
export type ReferMotion = Readonly<{
  type: 'ReferMotion';
  toBodyId: string;
  reportBy?: When;
  /** The motion to refer, where there was one. */
  byMotionId?: string;
}>;

export function* referMotion(
  state: MotionState,
  command: ReferMotion,
  facts: AttendanceFact & RegimeFact & ReferralFact & AtFact & OtherMotionsFact,
): Decision<MotionReferred> {
  const { type: _type, ...rest } = command;
  const { toBodyId: bodyId, reportBy } = rest;
  yield* inStatus(state, command, 'pending');
  yield* inSession(state, facts);
  if (!facts.toBody) return yield* refuse('BODY_UNKNOWN', { bodyId });
  if (facts.toBody.dissolved) yield irregular('BODY_DISSOLVED', { bodyId });
  if (reportBy && reportBy.latest < facts.at.earliest)
    yield irregular('REPORT_DUE_IN_THE_PAST', { reportBy: reportBy.literal, at: facts.at.literal });
  const by = yield* byAdopted(state, facts, command, 'subsidiary.refer');
  return [{ type: 'MotionReferred', ...rest, ...by }];
}
