import type { Roster } from '../body/roster.ts';
import { irregular, notable, refuse } from '../kernel/index.ts';
import type { AtFact } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import { eligibilityOf, quorumObjections, quorumWithRecusals, ruleProblemsFor } from '../tally/index.ts';
import type { DecisionRule, Eligibility } from '../tally/index.ts';
import { calendarStands } from './consent/calendar-stands.ts';
import type { VoteMethod } from './events.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { existingBody, inSession, knownItem } from './guards.ts';
import type { Check } from './guards.ts';
import type { OrderFact } from './procedure/facts.ts';
import { ruleAfterNotice } from './procedure/give-previous-notice.ts';
import type { MotionClass } from './procedure/motion-class.ts';
import { asksForLess } from './procedure/presets.ts';
import type { MotionState } from './state.ts';

/** A question as the chair puts it to the body, to a vote or to any other way of deciding. */
export type Question = Readonly<{
  rule: DecisionRule;
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
  rule: DecisionRule;
  eligibility: Eligibility;
  rosterRevision: number;
}>;

export type QuestionFacts = RosterFact & AttendanceFact & RegimeFact & AtFact & OrderFact;

function* textAsRead(state: MotionState, { textSha256 }: Question): Check {
  if (textSha256 !== undefined && textSha256 !== state.textSha256)
    yield* refuse('TEXT_HASH_MISMATCH', { read: textSha256, recorded: state.textSha256 });
}

function* evaluableRule(rule: DecisionRule, eligibility: Eligibility): Check {
  const problems = ruleProblemsFor(rule, eligibility);
  if (problems.length > 0) yield* refuse('RULE_NOT_EVALUABLE', { ruleId: rule.ruleId, problems });
  if (!rule.clauseRef) yield notable('RULE_WITHOUT_CLAUSE', { ruleId: rule.ruleId });
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

/** A Brown Act body acts on what was posted (BA-05), and votes openly (BA-10). */
function* openlyAndAsPosted(
  { method }: Question,
  itemId: string | undefined,
  { agendizedItemIds, meetingId }: Attendance,
): Check {
  if (itemId === undefined || !agendizedItemIds.has(itemId))
    yield irregular('NOT_ON_POSTED_AGENDA', { rule: 'BA-05', meetingId, itemId });
  if (method === 'secret') yield irregular('SECRET_BALLOT_FORBIDDEN', { rule: 'BA-10', method });
}

/** What a body may do without a quorum (RR-14). */
const withoutQuorum: ReadonlySet<MotionClass> = new Set([
  'privileged.fix_time_to_adjourn',
  'privileged.adjourn',
  'privileged.recess',
] as const);

/** Bylaws may ask for less than the rules of order ask of a class; the record says so (RR-04). */
function* asTheTableAsks({ classification }: MotionState, rule: DecisionRule, facts: OrderFact): Check {
  const { table } = facts.rulesOfOrder;
  if (asksForLess(table, classification, rule))
    yield notable('TWO_THIRDS_EXPECTED', { rule: 'RR-04', table, classification, ruleId: rule.ruleId });
}

function* quorumAtOpening(
  rule: DecisionRule,
  eligibility: Eligibility,
  itemId: string | undefined,
  { present, recusals }: Attendance,
): Check {
  const recused = recusals.get(itemId ?? '') ?? new Set<string>();
  yield* quorumObjections(quorumWithRecusals(rule, eligibility, present.keys(), recused), irregular);
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
  const rule = yield* ruleAfterNotice(state, question.rule, attendance.meetingId);
  yield* asTheTableAsks(state, rule, facts);
  const eligibility = eligibilityOf(roster);
  if (question.itemId !== undefined) yield* knownItem(attendance, question.itemId);
  const itemId = itemOf(state, question, attendance);
  yield* evaluableRule(rule, eligibility);
  yield* knownRights(eligibility);
  if (facts.regime === 'BROWN_ACT') yield* openlyAndAsPosted(question, itemId, attendance);
  if (!withoutQuorum.has(state.classification)) yield* quorumAtOpening(rule, eligibility, itemId, attendance);
  const { meetingId, revision: meetingRevision } = attendance;
  const where = { meetingId, ...(itemId !== undefined && { itemId }), meetingRevision };
  return {
    ...where,
    textSha256: state.textSha256,
    rule,
    eligibility,
    rosterRevision: roster.revision,
  };
}
