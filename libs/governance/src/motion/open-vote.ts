import type { Roster } from '../body/roster.ts';
import { irregular, notable, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { Attendance } from '../meeting/attendance.ts';
import { eligibilityOf, quorumObjections, quorumWithRecusals, ruleProblemsFor } from '../tally/index.ts';
import type { DecisionRule, Eligibility } from '../tally/index.ts';
import type { VoteMethod, VoteOpened } from './events.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from './facts.ts';
import { existingBody, inSession, inStatus, knownItem } from './guards.ts';
import type { Check } from './guards.ts';
import type { MotionState } from './state.ts';

/** The chair puts the question. RONR (12th ed.) §4. */
export type OpenVote = Readonly<{
  type: 'OpenVote';
  voteEventId: string;
  rule: DecisionRule;
  method: VoteMethod;
  /** Of the text that the chair reads out, where the secretary holds it against the record. */
  textSha256?: string;
  /** Where the vote is in another meeting than the one that the motion was before last. */
  meetingId?: string;
  /** Where the vote comes under another item than the one under which the motion was agendized. */
  itemId?: string;
}>;

type OpenVoteFacts = RosterFact & AttendanceFact & RegimeFact & AtFact;

/** A missing second is moot once the vote has started (RR-01): a motion that was only moved may be voted on. */
function* secondedMotion(state: MotionState, command: OpenVote): Check {
  const { voteEventId, textSha256 } = command;
  yield* inStatus(state, command, 'pending', 'moved');
  if (state.status === 'moved') yield irregular('SECOND_REQUIRED', { rule: 'RR-01' });
  if (state.voteEventIds.includes(voteEventId)) yield* refuse('VOTE_EVENT_EXISTS', { voteEventId });
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

/** The item under which the body votes: the one that is named, else the one under which the motion stands in this meeting. */
function itemOf(
  { agendized }: MotionState,
  { itemId }: OpenVote,
  { meetingId }: Attendance,
): string | undefined {
  return itemId ?? (agendized?.meetingId === meetingId ? agendized.itemId : undefined);
}

/** A Brown Act body votes on what was posted (BA-05), and openly (BA-10). */
function* openlyAndAsPosted(
  { method }: OpenVote,
  itemId: string | undefined,
  { agendizedItemIds, meetingId }: Attendance,
): Check {
  if (itemId === undefined || !agendizedItemIds.has(itemId))
    yield irregular('NOT_ON_POSTED_AGENDA', { rule: 'BA-05', meetingId, itemId });
  if (method === 'secret') yield irregular('SECRET_BALLOT_FORBIDDEN', { rule: 'BA-10', method });
}

function* quorumAtOpening(
  { rule }: OpenVote,
  eligibility: Eligibility,
  itemId: string | undefined,
  { present, recusals }: Attendance,
): Check {
  const recused = recusals.get(itemId ?? '') ?? new Set<string>();
  yield* quorumObjections(quorumWithRecusals(rule, eligibility, present.keys(), recused), irregular);
}

function* bodyInSession(
  state: MotionState,
  facts: OpenVoteFacts,
): Check<Readonly<{ roster: Roster; attendance: Attendance }>> {
  const attendance = yield* inSession(state, facts);
  const roster = yield* existingBody(facts, state.bodyId);
  if (roster.dissolved) yield irregular('BODY_DISSOLVED', { bodyId: state.bodyId });
  return { roster, attendance };
}

/** What the vote needs is pinned: text, rule, eligibility, the revisions at which they were read. */
export function* openVote(state: MotionState, command: OpenVote, facts: OpenVoteFacts): Decision<VoteOpened> {
  yield* secondedMotion(state, command);
  const { roster, attendance } = yield* bodyInSession(state, facts);
  const { voteEventId, rule, method } = command;
  const eligibility = eligibilityOf(roster);
  if (command.itemId !== undefined) yield* knownItem(attendance, command.itemId);
  const itemId = itemOf(state, command, attendance);
  yield* evaluableRule(rule, eligibility);
  yield* knownRights(eligibility);
  if (facts.regime === 'BROWN_ACT') yield* openlyAndAsPosted(command, itemId, attendance);
  yield* quorumAtOpening(command, eligibility, itemId, attendance);
  const { meetingId, revision: meetingRevision } = attendance;
  const pinned = { textSha256: state.textSha256, rule, eligibility, rosterRevision: roster.revision };
  const where = { meetingId, ...(itemId !== undefined && { itemId }), meetingRevision };
  return [{ type: 'VoteOpened', voteEventId, method, ...where, ...pinned }];
}
