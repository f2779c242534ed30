import { irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision, Term } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import { seatsAsClauseStates } from './clause-composition.ts';
import { fitToSit, noNeutralVote } from './conflicts.ts';
import type { SeatVotingRightChanged } from './events.ts';
import { hasMandate } from './facts.ts';
import type { AuthorityFact } from './facts.ts';
import { openedSeat } from './guards.ts';
import { evolveSeat, votingRightAt } from './seat.ts';
import { withinLimits } from './seat-limits.ts';
import { evolve } from './state.ts';
import type { BodyState } from './state.ts';

/** A clause or a motion gives a seat another voting right from now on; votes that were opened keep theirs. */
export type ChangeSeatVotingRight = Readonly<{ type: 'ChangeSeatVotingRight' }> &
  Omit<SeatVotingRightChanged, 'type' | 'boundRules'>;

export function* changeSeatVotingRight(
  state: BodyState,
  command: ChangeSeatVotingRight,
  facts: AtFact & AuthorityFact & GoverningFact,
): Decision<SeatVotingRightChanged> {
  const { seatId, votingRight, clauseRef } = command;
  const { at } = facts;
  const seat = yield* openedSeat(state, seatId, at);
  if (votingRightAt(seat, at) === votingRight)
    return yield* refuse('VOTING_RIGHT_UNCHANGED', { seatId, votingRight });
  if (!clauseRef && !hasMandate(facts)) yield irregular('AUTHORITY_MISSING', { seatId });
  if (votingRight === 'unknown') yield irregular('VOTING_RIGHT_UNKNOWN', { seatId });
  const changed: SeatVotingRightChanged = { ...command, type: 'SeatVotingRightChanged' };
  const changedBody = evolve(state, changed, at);
  yield* withinLimits(state, changedBody, at);
  const judged = yield* seatsAsClauseStates(state, changedBody, facts);
  const after = evolveSeat(seat, changed, at);
  const from: Term = { start: at };
  yield* noNeutralVote(state, after, { kind: 'seat', id: seatId }, from);
  for (const seating of seat.seatings) yield* fitToSit(state, after, seating.holder, seating, from);
  return [{ ...changed, ...judged }];
}
