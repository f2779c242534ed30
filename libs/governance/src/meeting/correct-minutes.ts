import { refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { adoptedBy } from '../motion/cited.ts';
import type { AuthorityMotionFact, PassageFact } from './facts.ts';
import { notBefore, scheduledMeeting } from './guards.ts';
import type { MinutesCorrectionRecorded } from './minutes-events.ts';
import type { MeetingState } from './state.ts';

/**
 * The body amends minutes that it has approved. The approved text stays; the correction stands beside it and
 * in the minutes of the meeting that made it. RONR (12th ed.) 48:15.
 */
export type CorrectMinutes = Readonly<{
  type: 'CorrectMinutes';
  correctionId: string;
  authorityMotionId: string;
  /** The passage as approved, or as an earlier correction left it. */
  before: string;
  after: string;
}>;

export function* correctMinutes(
  { minutes, ...state }: MeetingState,
  command: CorrectMinutes,
  facts: AtFact & AuthorityMotionFact & PassageFact,
): Decision<MinutesCorrectionRecorded> {
  const { correctionId, authorityMotionId: motionId, before, after } = command;
  const { bodyId } = yield* scheduledMeeting({ minutes, ...state }, facts.at);
  const { approved, corrections } = minutes;
  if (!approved) return yield* refuse('MINUTES_NOT_APPROVED');
  yield* notBefore(facts.at, approved.at);
  if (corrections.some((one) => one.correctionId === correctionId))
    return yield* refuse('CORRECTION_EXISTS', { correctionId });
  if (before === after) return yield* refuse('CORRECTION_NO_CHANGE', { before });
  if (!facts.passageFound && !corrections.some((one) => one.after.includes(before)))
    return yield* refuse('PASSAGE_NOT_IN_MINUTES', { before, sha256: approved.sha256 });
  const asked = { at: facts.at, motionId, bodyId, code: 'CORRECTION_NEEDS_AUTHORITY' };
  const { revision: motionRevision } = yield* adoptedBy(facts.authorityMotion, asked);
  return [{ ...command, type: 'MinutesCorrectionRecorded', motionRevision }];
}
