import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { Item } from './agenda.ts';
import { couldComment } from './comment.ts';
import type { ClosedSessionEntered, ClosedSessionLeft, ClosedSessionReported } from './events.ts';
import type { VotesFact } from './facts.ts';
import { knownItem, notBefore, scheduledMeeting, sittingMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import { mayBeTakenUp } from './notice.ts';
import type { ClosedSession } from './proceedings.ts';
import { isOpen } from './span.ts';
import type { MeetingState, Schedule } from './state.ts';

/**
 * The public leaves. `statute` is the law that allows it. Meeting rule BA-13.
 */
export type EnterClosedSession = Readonly<{
  type: 'EnterClosedSession';
  statute: string;
  itemIds: readonly string[];
}>;

/** The body is in open session again, and says whether it took an action that it must report. */
export type LeaveClosedSession = Readonly<{ type: 'LeaveClosedSession'; reportableAction?: boolean }>;

/** Actions of the closed sessions so far are reported in open session. */
export type ReportClosedSession = Readonly<{ type: 'ReportClosedSession'; action: string; votes?: string }>;

function* agendizedAsClosed(
  state: MeetingState,
  { statute, itemIds }: EnterClosedSession,
  schedule: Schedule,
  { at }: AtFact,
): Check {
  const { agenda } = state;
  const isAgendized = (itemId: string): boolean =>
    agenda.items.get(itemId)?.content.kind === 'closed' && mayBeTakenUp(agenda, itemId, schedule, at);
  const missing = itemIds.filter((itemId) => !isAgendized(itemId));
  if (missing.length > 0 || itemIds.length === 0 || statute.trim() === '')
    yield broken('BA-13', 'CLOSED_ITEM_NOT_AGENDIZED', { itemIds: missing, statute });
}

function* commentBeforeEntering(state: MeetingState, itemIds: readonly string[], { at }: AtFact): Check {
  const silent = itemIds.filter((itemId) => !couldComment(state, itemId, at));
  if (silent.length > 0)
    yield broken('BA-08', 'NO_PUBLIC_COMMENT_BEFORE_ACTION', { itemIds: silent, before: at.literal });
}

export function* enterClosedSession(
  state: MeetingState,
  command: EnterClosedSession,
  facts: AtFact,
): Decision<ClosedSessionEntered> {
  const { statute, itemIds } = command;
  const schedule = yield* sittingMeeting(state, facts.at);
  for (const itemId of itemIds) yield* knownItem(state, itemId);
  if (isOpen(state.proceedings.closedSessions.at(-1))) return yield* refuse('ALREADY_IN_CLOSED_SESSION');
  yield* agendizedAsClosed(state, command, schedule, facts);
  yield* commentBeforeEntering(state, itemIds, facts);
  return [{ type: 'ClosedSessionEntered', statute, itemIds }];
}

export function* leaveClosedSession(
  state: MeetingState,
  command: LeaveClosedSession,
  { at }: AtFact,
): Decision<ClosedSessionLeft> {
  yield* scheduledMeeting(state, at);
  const last = state.proceedings.closedSessions.at(-1);
  if (!isOpen(last)) return yield* refuse('NOT_IN_CLOSED_SESSION');
  yield* notBefore(at, last?.from);
  return [{ ...command, type: 'ClosedSessionLeft' }];
}

/** Some actions are reported only when the other side has agreed too, so a report may follow the adjournment. */
export function* reportClosedSession(
  state: MeetingState,
  command: ReportClosedSession,
  { at }: AtFact,
): Decision<ClosedSessionReported> {
  yield* scheduledMeeting(state, at);
  const [first] = state.proceedings.closedSessions;
  if (!first) yield irregular('NO_CLOSED_SESSION', { reason: 'none was entered that could be reported' });
  return [{ ...command, type: 'ClosedSessionReported' }];
}

const wasVoted = (item: Item | undefined, { votes }: VotesFact): boolean =>
  item?.content.motionId !== undefined && votes.get(item.content.motionId)?.closed?.result === 'pass';

const isReportable = (session: ClosedSession, state: MeetingState, votes: VotesFact): boolean =>
  session.reportableAction ??
  session.itemIds.some((itemId) => wasVoted(state.agenda.items.get(itemId), votes));

/** What was done behind closed doors is reported before the adjournment (BA-13). */
export function* closedActionsReported(state: MeetingState, facts: VotesFact): Check {
  const itemIds = state.proceedings.closedSessions
    .filter((session) => !session.reported && isReportable(session, state, facts))
    .flatMap((session) => session.itemIds);
  if (itemIds.length > 0) yield broken('BA-13', 'CLOSED_ACTION_UNREPORTED', { itemIds });
}
