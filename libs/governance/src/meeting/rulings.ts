import { neutralRoles } from '../body/events.ts';
import type { Roster } from '../body/roster.ts';
import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import { eligibilityOf } from '../tally/index.ts';
import type { ChairRuled, RulingAppealed, RulingOverturned, RulingSustained } from './events.ts';
import { motionHere } from './by-motion.ts';
import type { MeetingIdFact, MotionsFact, RosterFact } from './facts.ts';
import { existingBody, presentSeat, seatOf, scheduledMeeting, sittingMeeting } from './guards.ts';
import type { Check } from './guards.ts';
import type { RulingStatus } from './proceedings.ts';
import type { MeetingState } from './state.ts';

/** The chair decides a question of order. RONR (12th ed.) 23. */
export type RuleFromChair = Readonly<{ type: 'RuleFromChair' } & Omit<ChairRuled, 'type'>>;

/** Two members ask the body to decide instead. RONR (12th ed.) 24. */
export type AppealRuling = Readonly<{ type: 'AppealRuling' } & Omit<RulingAppealed, 'type'>>;

type Decided = Readonly<{ rulingId: string; byMotionId?: string }>;

/** The body keeps the ruling, by a majority or a tie. */
export type SustainRuling = Readonly<{ type: 'SustainRuling' } & Decided>;

/** A majority votes against the chair. */
export type OverturnRuling = Readonly<{ type: 'OverturnRuling' } & Decided>;

/** Only voting members move and second; a convener, facilitator or observer does neither (SP-11). */
function* mayMove(roster: Roster, seatId: string): Check {
  yield* seatOf(roster, seatId);
  const seat = eligibilityOf(roster).seats.find((one) => one.seatId === seatId);
  const role = seat?.roles.find((one) => neutralRoles.has(one));
  if (seat?.votingRight === 'unknown') yield irregular('UNKNOWN_VOTING_RIGHT', { seatId });
  else if (seat?.votingRight !== 'full')
    yield irregular('NOT_ENTITLED_AS_OF', { seatId, votingRight: seat?.votingRight });
  if (role) yield broken('SP-11', 'NOT_ENTITLED_AS_OF', { seatId, role });
}

function* mover(state: MeetingState, roster: Roster, seatId: string, { at }: AtFact): Check {
  yield* mayMove(roster, seatId);
  yield* presentSeat(state, seatId, at);
}

function* rulingIn(state: MeetingState, rulingId: string, expected: RulingStatus, code: string): Check {
  const status = state.proceedings.rulings.get(rulingId);
  if (!status) yield* refuse('RULING_UNKNOWN', { rulingId });
  if (status !== expected) yield* refuse(code, { rulingId, status });
}

export function* ruleFromChair(
  state: MeetingState,
  command: RuleFromChair,
  { at }: AtFact,
): Decision<ChairRuled> {
  const { rulingId } = command;
  yield* sittingMeeting(state, at);
  if (state.proceedings.rulings.has(rulingId)) return yield* refuse('RULING_EXISTS', { rulingId });
  return [{ ...command, type: 'ChairRuled' }];
}

export function* appealRuling(
  state: MeetingState,
  command: AppealRuling,
  facts: AtFact & RosterFact,
): Decision<RulingAppealed> {
  const { rulingId, seatId, secondedBySeatId } = command;
  const { bodyId } = yield* sittingMeeting(state, facts.at);
  yield* rulingIn(state, rulingId, 'ruled', 'RULING_ALREADY_APPEALED');
  const roster = yield* existingBody(facts, bodyId);
  yield* mover(state, roster, seatId, facts);
  if (secondedBySeatId === undefined) yield broken('RR-01', 'APPEAL_NEEDS_SECOND', { rulingId });
  else if (secondedBySeatId === seatId) yield broken('RR-01', 'SELF_SECOND', { seatId });
  else yield* mover(state, roster, secondedBySeatId, facts);
  return [{ ...command, type: 'RulingAppealed' }];
}

/**
 * An appeal that was adopted overturns the ruling; one that was rejected sustains it, as a tie does (RR-05). One that
 * came to nothing leaves it as it was.
 */
function* decidedSo(
  state: MeetingState,
  { byMotionId }: Decided,
  outcome: 'adopted' | 'rejected',
  facts: MotionsFact & MeetingIdFact,
): Check<Pick<RulingSustained, 'byMotionId' | 'byMotionRevision' | 'tie'>> {
  if (byMotionId === undefined) return {};
  const { state: appeal, revision } = yield* motionHere(state, byMotionId, 'incidental.appeal', facts);
  const { status } = appeal;
  const nothing = outcome === 'rejected' && (status === 'withdrawn' || status === 'lapsed');
  if (status !== outcome && !nothing)
    yield* refuse('APPEAL_DECIDED_OTHERWISE', { byMotionId, status, expected: outcome });
  const isTie = appeal.closedVotes.get(appeal.disposedBy ?? '')?.tally.tie === true && outcome === 'rejected';
  return { byMotionId, byMotionRevision: revision, ...(isTie && { tie: true }) };
}

type DecideFacts = AtFact & MotionsFact & MeetingIdFact;

export function* sustainRuling(
  state: MeetingState,
  command: SustainRuling,
  facts: DecideFacts,
): Decision<RulingSustained> {
  const { rulingId } = command;
  yield* scheduledMeeting(state, facts.at);
  yield* rulingIn(state, rulingId, 'appealed', 'RULING_NOT_APPEALED');
  return [{ type: 'RulingSustained', rulingId, ...(yield* decidedSo(state, command, 'rejected', facts)) }];
}

export function* overturnRuling(
  state: MeetingState,
  command: OverturnRuling,
  facts: DecideFacts,
): Decision<RulingOverturned> {
  const { rulingId } = command;
  yield* scheduledMeeting(state, facts.at);
  yield* rulingIn(state, rulingId, 'appealed', 'RULING_NOT_APPEALED');
  return [{ type: 'RulingOverturned', rulingId, ...(yield* decidedSo(state, command, 'adopted', facts)) }];
}
