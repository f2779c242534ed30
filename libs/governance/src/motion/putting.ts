import type { Roster } from '../body/roster.ts';
import { citing, governingOf } from '../instrument/governing.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import {
  eligibilityOf,
  quorumObjections,
  quorumRule,
  quorumWithRecusals,
  ruleProblemsFor,
} from '../tally/index.ts';
import type { DecisionRule, Eligibility } from '../tally/index.ts';
import { sittingIn } from './ballots.ts';
import { calendarStands } from './consent/calendar-stands.ts';
import type { VoteMethod } from './events.ts';
import type { AttendanceFact, BoundRuleFact, RegimeFact, RosterFact } from './facts.ts';
import { existingBody, inSession, knownItem, offAgenda } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionRead } from './procedure/events.ts';
import type { OrderFact, OtherMotionsFact } from './procedure/facts.ts';
import { ruleAfterNotice } from './procedure/give-previous-notice.ts';
import { asksForLess, withoutQuorum } from './procedure/presets.ts';
import { representedSeatIds } from './proxy-ballot.ts';
import { ripe } from './procedure/ripe.ts';
import { quorumInsideFor } from './quorum-inside.ts';
import { ruleOfQuestion } from './rule-of-question.ts';
import type { QuestionRule, RuleSource } from './rule-of-question.ts';
import type { MotionState } from './state.ts';

/** A question as the chair puts it to the body, to a vote or to any other way of deciding. */
export type Question = RuleSource &
  Readonly<{
    /** Absent where the body does not vote. */
    method?: VoteMethod;
    /** Of the text that the chair reads out, where the secretary holds it against the record. */
    textSha256?: string;
    /** Where the body decides in another meeting than the one that the motion was before last. */
    meetingId?: string;
    /** Where it decides under another item than the one under which the motion was agendized. */
    itemId?: string;
  }>;

/** What a decision rests on: text, rule, eligibility, and the revisions at which they were read. */
export type PutQuestion = Readonly<{
  meetingId: string;
  itemId?: string;
  meetingRevision: number;
  textSha256: string;
  eligibility: Eligibility;
  rosterRevision: number;
  /** Motions that were read because they concern this one: pending before it, or not yet carried into its text. */
  pendingMotions?: readonly MotionRead[];
}> &
  QuestionRule;

export type QuestionFacts = RosterFact &
  AttendanceFact &
  RegimeFact &
  BoundRuleFact &
  GoverningFact &
  AtFact &
  OrderFact &
  OtherMotionsFact;

function* textAsRead(state: MotionState, { textSha256 }: Question): Check {
  if (textSha256 !== undefined && textSha256 !== state.textSha256)
    yield* refuse('TEXT_HASH_MISMATCH', { read: textSha256, recorded: state.textSha256 });
}

function* evaluableRule(rule: DecisionRule, eligibility: Eligibility): Check {
  const problems = ruleProblemsFor(rule, eligibility);
  if (problems.length > 0) yield* refuse('RULE_NOT_EVALUABLE', { ruleId: rule.ruleId, problems });
}

function* knownRights({ seats }: Eligibility): Check {
  const seatIds = seats.filter(({ votingRight }) => votingRight === 'unknown').map(({ seatId }) => seatId);
  if (seatIds.length > 0) yield irregular('UNKNOWN_VOTING_RIGHT', { seatIds });
}

/** The item under which the body decides: the one that is named, else the one under which the motion stands in this meeting. */
function itemOf(
  { agendized }: MotionState,
  { itemId }: Question,
  { meetingId }: Attendance,
): string | undefined {
  return itemId ?? (agendized?.meetingId === meetingId ? agendized.itemId : undefined);
}

/** The body acts on what was posted (BA-03, BA-05, GA-02). */
function* asPosted(itemId: string | undefined, facts: AttendanceFact): Check {
  const { agendizedItemIds, meetingId } = facts.attendance ?? {};
  if (itemId === undefined || !agendizedItemIds?.has(itemId)) yield* offAgenda(facts, { meetingId, itemId });
}

/** It votes openly (BA-10), and by roll call in an emergency (BA-04) or where some are far away (BA-11). */
function* openly({ method }: Question, { present, meetingType }: Attendance): Check {
  const remote = [...present.values()].filter(({ mode }) => mode === 'remote');
  const remoteSeatIds = remote.map(({ seatId }) => seatId);
  if (method === 'secret') yield broken('BA-10', 'SECRET_BALLOT_FORBIDDEN', { method });
  if (method === undefined || method === 'roll_call') return;
  if (meetingType === 'emergency') yield broken('BA-04', 'ROLL_CALL_REQUIRED', { method, meetingType });
  if (remoteSeatIds.length > 0) yield broken('BA-11', 'ROLL_CALL_REQUIRED', { method, remoteSeatIds });
}

/** Bylaws may ask for less than the rules of order ask of a class; the record says so (RR-04). */
function* asTheTableAsks({ classification }: MotionState, rule: DecisionRule, facts: OrderFact): Check {
  const { table } = facts.rulesOfOrder;
  if (asksForLess(table, classification, rule))
    yield broken('RR-04', 'TWO_THIRDS_EXPECTED', { table, classification, ruleId: rule.ruleId });
}

/** Seats that count for the quorum: those that are there, and those that a clause lets be represented. */
const seatsThere = (
  rule: DecisionRule,
  roster: Roster,
  attendance: Attendance,
  { motionId }: QuestionFacts,
): readonly string[] => [
  ...[...attendance.present.keys()].filter((seatId) => sittingIn(seatId, rule, attendance)),
  ...representedSeatIds(rule, roster, attendance, motionId),
];

/** A quorum that clauses state is wanted by these. */
function citingClauses(facts: QuestionFacts, byClauses: boolean): ReturnType<typeof quorumRule> {
  const objection = quorumRule(facts);
  const clauses = governingOf(facts, 'quorum').map(citing);
  return byClauses ? (code, inputs) => objection(code, { ...inputs, clauses }) : objection;
}

function* quorumAtOpening(
  rule: DecisionRule,
  roster: Roster,
  itemId: string | undefined,
  attendance: Attendance,
  facts: QuestionFacts & Readonly<{ byClauses: boolean }>,
): Check {
  const { byClauses } = facts;
  const recused = attendance.recusals.get(itemId ?? '') ?? new Set<string>();
  const there = seatsThere(rule, roster, attendance, facts);
  const eligibility = eligibilityOf(roster);
  const quorum = quorumWithRecusals(rule, eligibility, there, recused);
  yield* quorumObjections(quorum, citingClauses(facts, byClauses));
  yield* quorumInsideFor({ rule, eligibility, itemId }, attendance, there);
}

function* bodyInSession(
  state: MotionState,
  facts: QuestionFacts,
): Check<Readonly<{ roster: Roster; attendance: Attendance }>> {
  const attendance = yield* inSession(state, facts);
  const roster = yield* existingBody(facts, state.bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId: state.bodyId });
  return { roster, attendance };
}

/** The body sits with a quorum, under a rule that can be evaluated, on the text of the record. */
export function* putQuestion(
  state: MotionState,
  question: Question,
  facts: QuestionFacts,
): Check<PutQuestion> {
  yield* textAsRead(state, question);
  const { roster, attendance } = yield* bodyInSession(state, facts);
  yield* calendarStands(state, attendance);
  const pendingMotions = yield* ripe(state, attendance, facts);
  const { rule: resolved, ...bound } = yield* ruleOfQuestion(state, question, facts);
  const rule = yield* ruleAfterNotice(state, resolved, attendance.meetingId);
  yield* asTheTableAsks(state, rule, facts);
  const eligibility = eligibilityOf(roster);
  if (question.itemId !== undefined) yield* knownItem(attendance, question.itemId);
  const itemId = itemOf(state, question, attendance);
  yield* evaluableRule(rule, eligibility);
  yield* knownRights(eligibility);
  yield* asPosted(itemId, facts);
  yield* openly(question, attendance);
  if (!withoutQuorum.has(state.classification))
    yield* quorumAtOpening(rule, roster, itemId, attendance, { ...facts, byClauses: !!bound.boundRules });
  const { meetingId, revision: meetingRevision } = attendance;
  const where = { meetingId, ...(itemId !== undefined && { itemId }), meetingRevision };
  return {
    ...where,
    textSha256: state.textSha256,
    rule,
    ...bound,
    eligibility,
    rosterRevision: roster.revision,
    ...(pendingMotions.length > 0 && { pendingMotions }),
  };
}
