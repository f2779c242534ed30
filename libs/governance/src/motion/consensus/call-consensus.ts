import type { Holder } from '../../body/events.ts';
import { broken, irregular, refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { noElection } from '../election/guards.ts';
import { inStatus, filledSeat } from '../guards.ts';
import type { Check } from '../guards.ts';
import { unusedId } from '../deciding.ts';
import { putQuestion } from '../putting.ts';
import type { PutQuestion, Question, QuestionFacts } from '../putting.ts';
import type { MotionState } from '../state.ts';
import type { ConsensusCalled } from './events.ts';
import { failedRounds } from './guards.ts';

/**
 * The chair, a member or whoever leads the process asks for everybody's position (meeting rules SP-09, SP-11).
 * A missing second is moot, as for a vote (RR-01).
 */
export type CallConsensus = Readonly<{ type: 'CallConsensus'; roundId: string; calledBy?: Holder }> &
  Omit<Question, 'method'>;

/** A round under a rule that decides by vote only has no effect. */
function* consensusInRule({ rule }: PutQuestion): Check {
  if (rule.mode !== 'consensus' && rule.mode !== 'consensus_then_vote')
    yield* refuse('CONSENSUS_NOT_IN_RULE', { rule: 'SP-09', ruleId: rule.ruleId, mode: rule.mode ?? 'vote' });
}

/** A member who is there, or somebody who holds an office of the body without a seat. */
function* entitledToCall({ calledBy }: CallConsensus, facts: QuestionFacts): Check {
  if (calledBy === undefined) return;
  const { kind, id } = calledBy;
  if (kind === 'seat') {
    yield* filledSeat(facts, id);
    if (!facts.attendance?.present.has(id))
      yield irregular('NOT_PRESENT', { seatId: id, at: facts.at.literal });
  } else if (!facts.roster?.otherRoles.some(({ holderId }) => holderId === id))
    yield broken('SP-11', 'NOT_ENTITLED_AS_OF', { holderId: id, reason: 'holds no office then' });
}

/** How many rounds there are is for the rule to say. */
function* roundOf(state: MotionState, pinned: PutQuestion): Check<number> {
  const round = failedRounds(state, pinned) + 1;
  const rounds = pinned.rule.consensus?.rounds;
  if (rounds !== undefined && round > rounds)
    yield broken('SP-09', 'CONSENSUS_ROUNDS_EXHAUSTED', { round, rounds });
  return round;
}

export function* callConsensus(
  state: MotionState,
  command: CallConsensus,
  facts: QuestionFacts,
): Decision<ConsensusCalled> {
  const { roundId, calledBy } = command;
  yield* inStatus(state, command, 'pending', 'moved');
  if (state.status === 'moved') yield broken('RR-01', 'SECOND_REQUIRED');
  yield* noElection(state);
  yield* unusedId(state, roundId);
  yield* entitledToCall(command, facts);
  const pinned = yield* putQuestion(state, command, facts);
  yield* consensusInRule(pinned);
  const round = yield* roundOf(state, pinned);
  return [{ type: 'ConsensusCalled', roundId, round, ...pinned, ...(calledBy && { calledBy }) }];
}
