import type { Holder } from '../../body/events.ts';
import { irregular, refuse } from '../../kernel/index.ts';
import type { AtFact, Decision } from '../../kernel/index.ts';
import type { AttendanceFact, RegimeFact, RosterFact } from '../facts.ts';
import { filledSeat, inSession, inStatus, knownItem, offAgenda, presentMember } from '../guards.ts';
import type { Check } from '../guards.ts';
import type { MotionState } from '../state.ts';
import type { CandidateNominated, CandidateWithdrawn, ElectionCalled, NominationsClosed } from './events.ts';
import { electionOfMotion, knownCandidate } from './guards.ts';
import type { Election } from './state.ts';

type Facts = RosterFact & AttendanceFact & RegimeFact & AtFact;

/** The chair calls for nominations for an office. RONR (12th ed.) 46:4–7. */
export type CallElection = Readonly<{ type: 'CallElection' }> & Omit<ElectionCalled, 'type'>;

export function* callElection(
  state: MotionState,
  command: CallElection,
  facts: Facts,
): Decision<ElectionCalled> {
  yield* inStatus(state, command, 'submitted', 'agendized');
  const attendance = yield* inSession(state, facts);
  const { meetingId, agendizedItemIds } = attendance;
  if (command.itemId !== undefined) yield* knownItem(attendance, command.itemId);
  const agendized = state.agendized?.meetingId === meetingId ? state.agendized.itemId : undefined;
  const itemId = command.itemId ?? agendized;
  if (itemId === undefined || !agendizedItemIds.has(itemId)) yield* offAgenda(facts, { meetingId, itemId });
  return [{ ...command, type: 'ElectionCalled', ...(itemId !== undefined && { itemId }) }];
}

/** Somebody is nominated, from the floor or otherwise; a nomination needs no second. RONR (12th ed.) 46:6. */
export type NominateCandidate = Readonly<{ type: 'NominateCandidate' }> & Omit<CandidateNominated, 'type'>;

function* newCandidate({ candidates }: Election, { candidateId, candidate }: NominateCandidate): Check {
  const isSame = ({ kind, id }: Holder): boolean => kind === candidate.kind && id === candidate.id;
  const known = [...candidates].find(([id, holder]) => id === candidateId || isSame(holder));
  if (known) yield* refuse('CANDIDATE_EXISTS', { candidateId: known[0], candidate: known[1] });
}

/** A seat that is nominated is filled, and of the constituency for which the office is. */
function* eligibleSeat({ constituencyId }: Election, { kind, id }: Holder, facts: Facts): Check {
  if (kind !== 'seat') return;
  const seat = yield* filledSeat(facts, id);
  if (constituencyId !== undefined && seat.constituencyId !== constituencyId)
    yield irregular('CANDIDATE_OF_OTHER_CONSTITUENCY', {
      seatId: id,
      constituencyId: seat.constituencyId,
      officeOf: constituencyId,
    });
}

export function* nominateCandidate(
  state: MotionState,
  command: NominateCandidate,
  facts: Facts,
): Decision<CandidateNominated> {
  const { candidate, nominatedBySeatId } = command;
  const election = yield* electionOfMotion(state);
  yield* inStatus(state, command, 'nominating');
  yield* newCandidate(election, command);
  yield* inSession(state, facts);
  if (nominatedBySeatId !== undefined) yield* presentMember(facts, nominatedBySeatId);
  yield* eligibleSeat(election, candidate, facts);
  return [{ ...command, type: 'CandidateNominated' }];
}

/** A candidate declines. Nobody else takes a candidate off: there is no elimination. */
export type WithdrawCandidate = Readonly<{ type: 'WithdrawCandidate'; candidateId: string }>;

export function* withdrawCandidate(
  state: MotionState,
  command: WithdrawCandidate,
): Decision<CandidateWithdrawn> {
  const election = yield* electionOfMotion(state);
  yield* inStatus(state, command, 'nominating', 'pending');
  yield* knownCandidate(election, command.candidateId);
  return [{ ...command, type: 'CandidateWithdrawn' }];
}

/** Nobody has a further nomination to make. RONR (12th ed.) 31:1. */
export type CloseNominations = Readonly<{ type: 'CloseNominations' }>;

export function* closeNominations(
  state: MotionState,
  command: CloseNominations,
): Decision<NominationsClosed> {
  const { candidates } = yield* electionOfMotion(state);
  yield* inStatus(state, command, 'nominating');
  if (candidates.size === 0) yield* refuse('NO_CANDIDATES');
  return [{ type: 'NominationsClosed' }];
}
