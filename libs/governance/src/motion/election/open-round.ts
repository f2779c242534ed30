import { refuse } from '../../kernel/index.ts';
import type { Decision } from '../../kernel/index.ts';
import { unusedId } from '../deciding.ts';
import type { VoteMethod } from '../events.ts';
import { inStatus } from '../guards.ts';
import { putQuestion } from '../putting.ts';
import type { Question, QuestionFacts } from '../putting.ts';
import type { MotionState } from '../state.ts';
import type { ElectionRoundOpened } from './events.ts';
import { electionOfMotion } from './guards.ts';

/** The body ballots: again and again, until the rule is met for somebody. RONR (12th ed.) 46:32. */
export type OpenElectionRoundCommand = Readonly<{
  type: 'OpenElectionRound';
  ballotingId: string;
  method: VoteMethod;
}> &
  Question;

export function* openElectionRound(
  state: MotionState,
  command: OpenElectionRoundCommand,
  facts: QuestionFacts,
): Decision<ElectionRoundOpened> {
  const { ballotingId, method } = command;
  const { candidates, rounds } = yield* electionOfMotion(state);
  yield* inStatus(state, command, 'pending');
  yield* unusedId(state, ballotingId);
  if (candidates.size === 0) return yield* refuse('NO_CANDIDATES');
  const pinned = yield* putQuestion(state, command, facts);
  const candidateIds = [...candidates.keys()];
  return [{ type: 'ElectionRoundOpened', ballotingId, round: rounds + 1, candidateIds, ...pinned, method }];
}
