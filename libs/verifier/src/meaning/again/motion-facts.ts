import { createHash } from 'node:crypto';
import { body, instrument, meeting, motion } from '#governance';
import type { RecordingMode, When } from '#governance';
import type { Reading } from './reading.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type OfBody = ReturnType<typeof body.selectionAt> &
  Readonly<{
    at: When;
    timeZone: string;
    isCommittee: boolean;
    governing: readonly instrument.GoverningRule[];
    /** Undefined where there is no such body. */
    roster: () => body.Roster | undefined;
  }>;

const governingRules = (reading: Reading, ids: readonly string[], at: When) =>
  ids.flatMap((instrumentId) => {
    const { state, revision } = reading.load('instrument', instrumentId);
    return instrument.governingRules(state, { instrumentId, revision }, at);
  });

function bodyAsOf(reading: Reading, bodyId: string | undefined, at: When): OfBody {
  const unknown: OfBody = {
    at,
    timeZone: 'UTC',
    regime: 'UNDETERMINED',
    isCommittee: false,
    governing: [],
    roster: () => undefined,
  };
  if (bodyId === undefined) return unknown;
  const { state, revision } = reading.load('body', bodyId);
  if (revision < 0) return unknown;
  return {
    at,
    timeZone: state.timeZone,
    isCommittee: state.parentBodyId !== undefined,
    governing: governingRules(reading, body.governingAt(state, at), at),
    ...body.selectionAt(state, at),
    roster: () => body.rosterAt(state, at, { bodyId, revision }),
  };
}

function attendance(
  reading: Reading,
  meetingId: string | undefined,
  at: When,
): meeting.Attendance | undefined {
  if (meetingId === undefined) return undefined;
  const { state, revision } = reading.load('meeting', meetingId);
  return meeting.attendanceAt(state, at, { meetingId, revision });
}

/** Motions on record, each with those to which it applies. */
function motionsOnRecord(reading: Reading, ids: Iterable<string>): ReadonlyMap<string, motion.OtherMotion> {
  const motions = new Map<string, motion.OtherMotion>();
  const wanted = [...ids];
  for (let motionId = wanted.pop(); motionId !== undefined; motionId = wanted.pop()) {
    if (motions.has(motionId)) continue;
    const { state, revision } = reading.load('motion', motionId);
    if (revision < 0) continue;
    motions.set(motionId, { motionId, revision, state });
    if (state.appliesTo !== undefined) wanted.push(state.appliesTo);
  }
  return motions;
}

/** Motions of which the meeting's own record knows, and those that were made in it; sources tell them out of order. */
function floorIds(
  reading: Reading,
  meetingId: string | undefined,
  there: meeting.Attendance | undefined,
  mode: RecordingMode,
): readonly string[] {
  const { stated = [], agendized = [] } = there?.questions ?? {};
  const made = meetingId === undefined || mode === 'historical_import' ? [] : reading.floor(meetingId);
  return [...stated, ...agendized, ...made];
}

function boundRule(
  reading: Reading,
  clause: motion.StreamsRead['clause'],
  at: When,
): motion.Facts['boundRule'] {
  if (!clause) return undefined;
  const { instrumentId, clauseId } = clause;
  const { state, revision } = reading.load('instrument', instrumentId);
  const found = instrument.ruleInForce(state, clauseId, 'decision', at);
  const decision = found?.terms.decision;
  if (!found || !decision) return undefined;
  const { versionId, number = clauseId, inconsistent, clauseAmended } = found;
  const clauseRef = { instrument: instrumentId, version: versionId, clause: number };
  const pin = { instrumentId, instrumentRevision: revision, versionId, clauseId, ruleId: found.rule.ruleId };
  return { ...pin, rule: { ...decision, clauseRef }, inconsistent, clauseAmended };
}

function nextMeeting(reading: Reading, meetingId: string | undefined): motion.Facts['nextRegularMeeting'] {
  if (meetingId === undefined) return undefined;
  const { state, revision } = reading.load('meeting', meetingId);
  if (!state.schedule) return undefined;
  const { bodyId, meetingType, startsAt } = state.schedule;
  return { meetingId, revision, bodyId, meetingType, startsAt };
}

function consentFacts(
  reading: Reading,
  motionId: string,
  { calendarMotionId, consentMotions }: motion.StreamsRead,
  items: ReadonlyMap<string, string> | undefined,
): Pick<motion.Facts, 'consentMotions' | 'calendar'> {
  if (calendarMotionId !== undefined) {
    const { state, revision } = reading.load('motion', calendarMotionId);
    return { calendar: motion.adoptedByCalendar(state, revision, motionId) };
  }
  if (!consentMotions) return {};
  const motions = new Map<string, motion.ConsentMotion>();
  for (const id of items?.values() ?? []) {
    const { state, revision } = reading.load('motion', id);
    const one = motion.consentMotion(state, revision);
    if (one) motions.set(id, one);
  }
  return { consentMotions: motions };
}

function authority(
  reading: Reading,
  motionId: string | undefined,
  ofMotionId: string,
): motion.AuthorityMotion | undefined {
  if (motionId === undefined) return undefined;
  const { state, revision } = reading.load('motion', motionId);
  const found = motion.citedMotion(state, { motionId, revision });
  return found && motionId === ofMotionId ? { ...found, isItself: true } : found;
}

function cured(reading: Reading, motionId: string | undefined): motion.Facts['cured'] {
  if (motionId === undefined) return undefined;
  const { state } = reading.load('motion', motionId);
  return state.status === 'none' ? undefined : state;
}

function challengeOf(reading: Reading, challengeId: string | undefined): motion.Facts['challenge'] {
  if (challengeId === undefined) return undefined;
  const { state, revision } = reading.load('challenge', challengeId);
  return state.status === 'none' ? undefined : { ...state, revision };
}

function textOf(command: motion.Command): string | undefined {
  return 'text' in command && command.text !== undefined ? sha256(command.text) : undefined;
}

/** Of what a motion was decided on that stands in no stream: whether a clause wanted a second of the other side. */
export type Asked = Readonly<{ secondFromOtherConstituency?: boolean }>;

/** Every fact that there is; the compiler names those that are missing. */
type AllFacts = { [F in keyof Required<motion.Facts>]: motion.Facts[F] };

type Of = Readonly<{ motionId: string; state: motion.MotionState; at: When; mode: RecordingMode }>;

/**
 * The facts that a decision on a motion was given, read again from the record.
 *
 * @throws CannotRead
 */
export function motionFacts(
  reading: Reading,
  { motionId, state, at, mode }: Of,
  command: motion.Command,
  { secondFromOtherConstituency = false }: Asked = {},
): motion.Facts {
  const reads = motion.streamsRead(state, command);
  const ofBody = bodyAsOf(reading, reads.bodyId, at);
  const there = attendance(reading, reads.meetingId, at);
  const onFloor = reads.floor ? floorIds(reading, reads.meetingId, there, mode) : [];
  const { order } = ofBody;
  const { consentMotions, calendar } = consentFacts(reading, motionId, reads, there?.consentItems);
  const facts: AllFacts = {
    ...ofBody,
    order,
    policy: ofBody.policy,
    suspended: there?.suspendedRules,
    consentMotions,
    calendar,
    roster: reads.roster ? ofBody.roster() : undefined,
    attendance: there,
    motionId,
    motions: motionsOnRecord(reading, [...(reads.motionIds ?? []), ...onFloor]),
    nextRegularMeeting: nextMeeting(reading, reads.nextMeetingId),
    boundRule: boundRule(reading, reads.clause, at),
    rulesOfOrder: { table: motion.orderTableOf(ofBody) },
    sha256,
    toBody: reads.toBodyId === undefined ? undefined : bodyAsOf(reading, reads.toBodyId, at).roster(),
    cured: cured(reading, reads.curesMotionId),
    challenge: challengeOf(reading, reads.challengeId),
    authorityMotion: authority(reading, reads.authorityMotionId, motionId),
    secondFromOtherConstituency,
    textSha256: textOf(command),
  };
  return facts as motion.Facts;
}
