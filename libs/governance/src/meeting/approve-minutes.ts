import { irregular, notable, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { adoptedBy } from '../motion/cited.ts';
import { notApproved } from './draft-minutes.ts';
import type { AuthorityMotionFact, MinutesFact } from './facts.ts';
import { notBefore, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import type { MinutesApproved } from './minutes-events.ts';
import type { Minutes } from './minutes.ts';
import type { MeetingState } from './state.ts';

/** The body approves the minutes as drafted, or as corrected. RONR (12th ed.) 41:9-12. */
export type ApproveMinutes = Readonly<{
  type: 'ApproveMinutes';
  /** Adopted by the body, as a rule in its next meeting. */
  motionId: string;
  asCorrected: boolean;
  /** Of the draft; by default of the last. */
  sha256?: string;
  privacyChecked: boolean;
}>;

function* draftOf({ drafts }: Minutes, { sha256 }: ApproveMinutes): Check<Minutes['drafts'][number]> {
  const draft = sha256 === undefined ? drafts.at(-1) : drafts.findLast((one) => one.sha256 === sha256);
  return draft ?? (yield* refuse('MINUTES_NOT_DRAFTED', { sha256, drafts: drafts.map((one) => one.sha256) }));
}

export function* approveMinutes(
  state: MeetingState,
  command: ApproveMinutes,
  facts: AtFact & AuthorityMotionFact & MinutesFact,
): Decision<MinutesApproved> {
  const { motionId, asCorrected, privacyChecked } = command;
  const { bodyId } = yield* scheduledMeeting(state, facts.at);
  yield* notApproved(state.minutes);
  const { sha256, renditions, uptoRevision, at } = yield* draftOf(state.minutes, command);
  yield* notBefore(facts.at, at);
  const asked = { at: facts.at, motionId, bodyId, code: 'APPROVAL_MOTION_NOT_ADOPTED' };
  const { revision: motionRevision } = yield* adoptedBy(facts.authorityMotion, asked);
  // Whatever PR-01 is to the body: an approval says whether somebody looked, and is none before somebody has.
  if (!privacyChecked) yield irregular('PRIVACY_CHECK_MISSING', { rule: 'PR-01', sha256 });
  if (facts.rendered && facts.rendered.sha256 !== sha256)
    yield notable('MINUTES_BEHIND_RECORD', { sha256, current: facts.rendered.sha256 });
  const pinned = { revision: uptoRevision, sha256, renditions };
  return [{ type: 'MinutesApproved', motionId, motionRevision, asCorrected, ...pinned, privacyChecked }];
}
