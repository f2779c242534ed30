import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, When } from '../kernel/index.ts';
import { closedActionsReported } from './closed-session.ts';
import { commentBeforeAction } from './comment.ts';
import type { AdjournmentNoticePosted, MeetingAdjourned } from './events.ts';
import type { RegimeFact, VotesFact } from './facts.ts';
import { notBefore, scheduledMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { calledToOrderAt, statusOf } from './session.ts';
import { hoursAtLeast, isOpen } from './span.ts';
import { presentAt } from './state.ts';
import type { MeetingState } from './state.ts';

/** The meeting ends, for good or until another time. RONR (12th ed.) 8:2(5)–(6), 21. */
export type Adjourn = Readonly<{ type: 'Adjourn'; to?: When }>;

/** Notice of an adjournment is posted at or near the door. Meeting rule BA-14. */
export type PostAdjournmentNotice = Readonly<{ type: 'PostAdjournmentNotice'; place: string }>;

/** Nothing that began or ended in the meeting did so after its end. */
function* afterEverySpan({ session, presence }: MeetingState, at: When): Check {
  const spans = [...session.sittings, ...[...presence.values()].flat()];
  for (const { from, to } of spans) yield* notBefore(at, to ?? from);
}

/** Items left open are closed by the adjournment, and judged as if they had been. */
function* openItemsCommented(state: MeetingState, facts: AtFact & RegimeFact & VotesFact): Check {
  for (const item of state.agenda.items.values())
    if (isOpen(item.openings.at(-1))) yield* commentBeforeAction(state, item, facts);
}

/** Fewer than a quorum may adjourn; if nobody came, the secretary may, without a call to order (BA-14). */
export function* adjourn(
  state: MeetingState,
  { to }: Adjourn,
  facts: AtFact & RegimeFact & VotesFact,
): Decision<MeetingAdjourned> {
  const { at } = facts;
  const { session } = state;
  yield* scheduledMeeting(state, at);
  if (session.cancelled) return yield* refuse('MEETING_CANCELLED', { cancelled: session.cancelled.literal });
  if (session.adjourned)
    return yield* refuse('MEETING_ALREADY_HELD', { adjourned: session.adjourned.literal });
  yield* afterEverySpan(state, at);
  if (!calledToOrderAt(session) && presentAt(state, at).size > 0)
    yield irregular('MEETING_NOT_IN_SESSION', { status: statusOf(session) });
  yield* openItemsCommented(state, facts);
  yield* closedActionsReported(state, facts);
  return [{ type: 'MeetingAdjourned', ...(to && { to }) }];
}

const noticeHours = 24;

export function* postAdjournmentNotice(
  state: MeetingState,
  { place }: PostAdjournmentNotice,
  { at }: AtFact,
): Decision<AdjournmentNoticePosted> {
  yield* scheduledMeeting(state, at);
  const { adjourned } = state.session;
  if (!adjourned) return yield* refuse('MEETING_NOT_ADJOURNED', { status: statusOf(state.session) });
  const hours = hoursAtLeast(adjourned, at);
  if (hours > noticeHours)
    yield broken('BA-14', 'ADJOURNMENT_NOTICE_LATE', { withinHours: noticeHours, hours });
  return [{ type: 'AdjournmentNoticePosted', place }];
}
