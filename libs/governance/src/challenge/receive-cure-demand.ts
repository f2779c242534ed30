import {
  broken,
  certainlyBefore,
  incomplete,
  irregular,
  notable,
  notBefore,
  refuse,
  unknownWhen,
} from '../kernel/index.ts';
import type { AtFact, Check, Decision, When } from '../kernel/index.ts';
import { deadlinesOfDemand } from './clock.ts';
import type { ActionRef, CureDeadlineComputed, CureDemandReceived } from './events.ts';
import { carries } from '../motion/cited.ts';
import type { MotionStatus } from '../motion/status.ts';
import type { Facts, MeetingFact, MotionFact } from './facts.ts';
import type { ChallengeState } from './state.ts';

/** A written demand to cure or correct an action comes in. */
export type ReceiveCureDemand = Readonly<{
  type: 'ReceiveCureDemand';
  bodyId: string;
  by: string;
  /** The action: one of a motion, a meeting (and item), or a description. */
  motionId?: string;
  meetingId?: string;
  itemId?: string;
  description?: string;
  /** When the action was taken, where neither motion nor meeting tells. */
  actedAt?: When;
  allegedSection: string;
  openSession: boolean;
  receivedAt?: When;
  statement?: string;
}>;

type Action = Readonly<{ action: ActionRef; bodyId?: string; actedAt?: When | undefined }>;

/** Where a motion was disposed of, the action was taken then. */
const disposed: ReadonlySet<MotionStatus> = new Set([...carries, 'rejected']);

function* ofMotion(motionId: string, { motion }: MotionFact): Check<Action> {
  if (!motion) return yield* refuse('MOTION_UNKNOWN', { motionId });
  const { bodyId, status, revision: motionRevision } = motion;
  const actedAt = disposed.has(status) ? motion.since : undefined;
  return { action: { kind: 'motion', motionId, motionRevision }, bodyId, actedAt };
}

function* ofMeeting(meetingId: string, itemId: string | undefined, { meeting }: MeetingFact): Check<Action> {
  if (!meeting) return yield* refuse('MEETING_UNKNOWN', { meetingId });
  const { bodyId, startsAt: actedAt, itemIds, revision: meetingRevision } = meeting;
  if (itemId !== undefined && !itemIds.has(itemId)) yield* refuse('ITEM_UNKNOWN', { itemId, meetingId });
  const item = itemId === undefined ? {} : { itemId };
  return { action: { kind: 'meeting', meetingId, meetingRevision, ...item }, bodyId, actedAt };
}

/** What is challenged, pinned; and when it was done, as the record knows. */
function* challenged(command: ReceiveCureDemand, facts: MotionFact & MeetingFact): Check<Action> {
  const { motionId, meetingId, itemId, description } = command;
  const count = [motionId, meetingId, description].filter((one) => one !== undefined).length;
  if (count !== 1) return yield* refuse('ACTION_AMBIGUOUS', { motionId, meetingId, description });
  if (motionId !== undefined) return yield* ofMotion(motionId, facts);
  if (meetingId !== undefined) return yield* ofMeeting(meetingId, itemId, facts);
  return { action: { kind: 'described', description: description ?? '' } };
}

function* actionOfBody(command: ReceiveCureDemand, facts: MotionFact & MeetingFact): Check<Action> {
  const { bodyId } = command;
  const action = yield* challenged(command, facts);
  if (action.bodyId !== undefined && action.bodyId !== bodyId)
    yield* refuse('ACTION_OF_OTHER_BODY', { bodyId, actionOf: action.bodyId });
  return action;
}

function* inTime(demand: CureDemandReceived, { deadlines }: CureDeadlineComputed): Check {
  const { actedAt, receivedAt } = demand;
  const until = deadlines.find(({ kind }) => kind === 'demand');
  if (certainlyBefore(receivedAt, actedAt))
    yield irregular('DEMANDED_BEFORE_ACTION', { receivedAt: receivedAt.literal, actedAt: actedAt.literal });
  if (until && receivedAt.earliest > until.due.latest)
    yield broken('BA-17', 'CURE_DEMAND_LATE', {
      receivedAt: receivedAt.literal,
      until: until.due.literal,
      days: until.days,
    });
}

function* received(command: ReceiveCureDemand, facts: Facts & AtFact): Check<CureDemandReceived> {
  const { bodyId, by, allegedSection, openSession, statement } = command;
  const { action, actedAt: known } = yield* actionOfBody(command, facts);
  const actedAt = command.actedAt ?? known;
  if (known && actedAt && certainlyBefore(actedAt, known))
    yield irregular('ACTION_DATE_DIFFERS', { actedAt: actedAt.literal, onRecord: known.literal });
  if (!actedAt) yield incomplete('ACTION_DATE_MISSING', { action });
  return {
    type: 'CureDemandReceived',
    bodyId,
    by,
    action,
    actedAt: actedAt ?? unknownWhen,
    allegedSection,
    openSession,
    receivedAt: command.receivedAt ?? facts.at,
    ...(statement !== undefined && { statement }),
  };
}

export function* receiveCureDemand(
  state: ChallengeState,
  command: ReceiveCureDemand,
  facts: Facts,
): Decision<CureDemandReceived | CureDeadlineComputed> {
  const { bodyId } = command;
  if (state.status !== 'none') return yield* refuse('CHALLENGE_EXISTS', { status: state.status });
  if (!facts.body) return yield* refuse('BODY_UNKNOWN', { bodyId });
  const { timeZone, regime } = facts.body;
  if (regime !== 'BROWN_ACT') yield notable('CHALLENGE_OUTSIDE_REGIME', { rule: 'BA-17', regime });
  const demand = yield* received(command, facts);
  const deadlines = deadlinesOfDemand(demand, timeZone);
  yield* notBefore(facts.at, demand.receivedAt);
  yield* inTime(demand, deadlines);
  return [demand, deadlines];
}
