import { ruleInForce } from '../instrument/rules-in-force.ts';
import type { RecordingMode, When } from '../kernel/index.ts';
import { attendanceAt } from '../meeting/attendance-at.ts';
import type { Attendance } from '../meeting/attendance.ts';
import type { Command } from '../motion/decide.ts';
import type { Facts } from '../motion/facts.ts';
import { orderTableOf } from '../motion/procedure/rules-of-order.ts';
import type { MotionState } from '../motion/state.ts';
import { streamsRead } from '../motion/streams-read.ts';
import type { StreamsRead } from '../motion/streams-read.ts';
import { bodyAsOf } from './body-as-of.ts';
import type { HappenedAt } from './body-as-of.ts';
import { authority, consentFacts, cured, motionsOnRecord } from './motions.ts';
import { floorOf, load } from './wanted.ts';
import type { Gathering } from './wanted.ts';

export function* attendance(meetingId: string | undefined, at: When): Gathering<Attendance | undefined> {
  if (meetingId === undefined) return undefined;
  const { state, revision } = yield* load('meeting', meetingId);
  return attendanceAt(state, at, { meetingId, revision });
}

/**
 * Motions of which the meeting's own record knows (stated by the chair, and on the agenda), and those that were made
 * in it. An import tells of its meetings as sources do, out of their order: there the meeting's record alone counts.
 */
function* onFloor(
  { floor, meetingId }: StreamsRead,
  there: Attendance | undefined,
  mode: RecordingMode,
): Gathering<readonly string[]> {
  if (!floor) return [];
  const { stated = [], agendized = [] } = there?.questions ?? {};
  const known = [...stated, ...agendized];
  if (meetingId === undefined || mode === 'historical_import') return known;
  return [...known, ...(yield* floorOf(meetingId))];
}

/** The decision rule of a clause that is in force at a time, as the instrument's own stream tells it. */
function* boundRule(clause: StreamsRead['clause'], at: When): Gathering<Facts['boundRule']> {
  if (!clause) return undefined;
  const { instrumentId, clauseId } = clause;
  const { state, revision } = yield* load('instrument', instrumentId);
  const found = ruleInForce(state, clauseId, 'decision', at);
  const decision = found?.terms.decision;
  if (!found || !decision) return undefined;
  const { versionId, number = clauseId, inconsistent, clauseAmended } = found;
  const clauseRef = { instrument: instrumentId, version: versionId, clause: number };
  const pin = { instrumentId, instrumentRevision: revision, versionId, clauseId, ruleId: found.rule.ruleId };
  return { ...pin, rule: { ...decision, clauseRef }, inconsistent, clauseAmended };
}

/** The meeting that a command names as the next regular one, as it was scheduled; undefined where it was not. */
function* nextMeeting(meetingId: string | undefined): Gathering<Facts['nextRegularMeeting']> {
  if (meetingId === undefined) return undefined;
  const { state, revision } = yield* load('meeting', meetingId);
  if (!state.schedule) return undefined;
  const { bodyId, meetingType, startsAt } = state.schedule;
  return { meetingId, revision, bodyId, meetingType, startsAt };
}

function* challengeOf(challengeId: string | undefined): Gathering<Facts['challenge']> {
  if (challengeId === undefined) return undefined;
  const { state, revision } = yield* load('challenge', challengeId);
  return state.status === 'none' ? undefined : { ...state, revision };
}

/** What is known of a command on a motion before anything else is read. */
export type OnMotion = Readonly<{
  motionId: string;
  state: MotionState;
  command: Command;
  mode: RecordingMode;
  happenedAt: HappenedAt;
  /** Whether a clause wants a second of the other side (SP-12): it is asked with the command, and stands in no stream. */
  secondFromOtherConstituency: boolean;
  /** In hex. */
  sha256: (text: string) => string;
}>;

/** Every fact that there is; the compiler names those that are missing. */
type AllFacts = { [F in keyof Required<Facts>]: Facts[F] };

/** What a decision on a motion is given of other streams; `streamsRead` says which ones its command needs. */
export function* motionFacts(of: OnMotion): Gathering<Facts> {
  const { motionId, state, command, mode, happenedAt, secondFromOtherConstituency, sha256 } = of;
  const reads = streamsRead(state, command);
  const { roster, ...ofBody } = yield* bodyAsOf(reads.bodyId, happenedAt);
  const { at } = ofBody;
  const there = yield* attendance(reads.meetingId, at);
  const { consentMotions, calendar } = yield* consentFacts(motionId, reads, there?.consentItems);
  const floor = yield* onFloor(reads, there, mode);
  const facts: AllFacts = {
    ...ofBody,
    order: ofBody.order,
    policy: ofBody.policy,
    suspended: there?.suspendedRules,
    consentMotions,
    calendar,
    roster: reads.roster ? roster() : undefined,
    attendance: there,
    motionId,
    motions: yield* motionsOnRecord([...(reads.motionIds ?? []), ...floor]),
    nextRegularMeeting: yield* nextMeeting(reads.nextMeetingId),
    boundRule: yield* boundRule(reads.clause, at),
    rulesOfOrder: { table: orderTableOf(ofBody) },
    sha256,
    toBody: reads.toBodyId === undefined ? undefined : (yield* bodyAsOf(reads.toBodyId, happenedAt)).roster(),
    cured: yield* cured(reads.curesMotionId),
    challenge: yield* challengeOf(reads.challengeId),
    authorityMotion: yield* authority(reads.authorityMotionId, motionId),
    secondFromOtherConstituency,
    textSha256: 'text' in command && command.text !== undefined ? sha256(command.text) : undefined,
  };
  return facts as Facts;
}
