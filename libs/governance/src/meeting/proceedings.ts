import type { When } from '../kernel/when.ts';
import type {
  ChairRuled,
  ClosedSessionEntered,
  ClosedSessionLeft,
  ClosedSessionReported,
  PublicCommentClosed,
  PublicCommentOpened,
  QuestionStated,
  RecusalRecorded,
  RulingAppealed,
  RulingOverturned,
  RulingSustained,
} from './events.ts';
import { closeLast, isEarlier } from './span.ts';
import type { Span } from './span.ts';

/** Comment on one item, or on the whole agenda. */
export type PublicComment = Span & Readonly<{ itemId?: string }>;

export type ClosedSession = Span &
  Readonly<{ itemIds: readonly string[]; reportableAction?: boolean; reported: boolean }>;

export type RulingStatus = 'ruled' | 'appealed' | 'sustained' | 'overturned';

/** What happened in the meeting besides its items. */
export type Proceedings = Readonly<{
  comments: readonly PublicComment[];
  closedSessions: readonly ClosedSession[];
  recusals: readonly Readonly<{ seatId: string; itemId: string; at: When }>[];
  rulings: ReadonlyMap<string, RulingStatus>;
  /** Motions that have taken effect in the meeting: appeals, suspensions of the rules. Each does so once. */
  appliedMotionIds: ReadonlySet<string>;
  /** Motions whose question the chair stated. */
  stated: ReadonlySet<string>;
}>;

export const noProceedings: Proceedings = {
  comments: [],
  closedSessions: [],
  recusals: [],
  rulings: new Map(),
  appliedMotionIds: new Set(),
  stated: new Set(),
};

type CommentEvent = PublicCommentOpened | PublicCommentClosed;
type ClosedSessionEvent = ClosedSessionEntered | ClosedSessionLeft | ClosedSessionReported;
type RulingEvent = ChairRuled | RulingAppealed | RulingSustained | RulingOverturned;

export type ProceedingsEvent =
  CommentEvent | ClosedSessionEvent | RulingEvent | RecusalRecorded | QuestionStated;

function evolveComments(
  comments: readonly PublicComment[],
  event: CommentEvent,
  at: When,
): readonly PublicComment[] {
  switch (event.type) {
    case 'PublicCommentOpened': {
      const { itemId } = event;
      return [...comments, { from: at, ...(itemId !== undefined && { itemId }) }];
    }
    case 'PublicCommentClosed':
      return closeLast(comments, at);
  }
}

function evolveClosedSessions(
  sessions: readonly ClosedSession[],
  event: ClosedSessionEvent,
  at: When,
): readonly ClosedSession[] {
  switch (event.type) {
    case 'ClosedSessionEntered':
      return [...sessions, { from: at, itemIds: event.itemIds, reported: false }];
    case 'ClosedSessionLeft': {
      const { reportableAction } = event;
      const left = closeLast(sessions, at);
      return left.map((session, index) =>
        index === left.length - 1 && reportableAction !== undefined
          ? { ...session, reportableAction }
          : session,
      );
    }
    case 'ClosedSessionReported':
      return sessions.map((session) => ({ ...session, reported: true }));
  }
}

const rulingStatus: Readonly<Record<RulingEvent['type'], RulingStatus>> = {
  ChairRuled: 'ruled',
  RulingAppealed: 'appealed',
  RulingSustained: 'sustained',
  RulingOverturned: 'overturned',
};

/** The motion has taken effect in the meeting. */
export const withApplied = (state: Proceedings, motionId: string): Proceedings => ({
  ...state,
  appliedMotionIds: new Set(state.appliedMotionIds).add(motionId),
});

function withRuling(state: Proceedings, event: RulingEvent): Proceedings {
  const rulings = new Map(state.rulings).set(event.rulingId, rulingStatus[event.type]);
  const by = 'byMotionId' in event ? event.byMotionId : undefined;
  if (by === undefined) return { ...state, rulings };
  return withApplied({ ...state, rulings }, by);
}

export function evolveProceedings(state: Proceedings, event: ProceedingsEvent, at: When): Proceedings {
  switch (event.type) {
    case 'PublicCommentOpened':
    case 'PublicCommentClosed':
      return { ...state, comments: evolveComments(state.comments, event, at) };
    case 'ClosedSessionEntered':
    case 'ClosedSessionLeft':
    case 'ClosedSessionReported':
      return { ...state, closedSessions: evolveClosedSessions(state.closedSessions, event, at) };
    case 'RecusalRecorded':
      return { ...state, recusals: [...state.recusals, { seatId: event.seatId, itemId: event.itemId, at }] };
    case 'QuestionStated':
      return { ...state, stated: new Set(state.stated).add(event.motionId) };
    case 'ChairRuled':
    case 'RulingAppealed':
    case 'RulingSustained':
    case 'RulingOverturned':
      return withRuling(state, event);
  }
}

/** By item, the seats that had perhaps recused themselves at that time. */
export function recusalsBy({ recusals }: Proceedings, at: When): ReadonlyMap<string, ReadonlySet<string>> {
  const byItem = new Map<string, Set<string>>();
  for (const { itemId, seatId } of recusals.filter((recusal) => !isEarlier(at, recusal.at)))
    byItem.set(itemId, (byItem.get(itemId) ?? new Set<string>()).add(seatId));
  return byItem;
}
