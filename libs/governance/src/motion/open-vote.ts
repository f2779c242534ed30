import { broken } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import { voteInMode } from './consensus/fallback.ts';
import { unusedId } from './deciding.ts';
import { noElection } from './election/guards.ts';
import type { VoteMethod, VoteOpened } from './events.ts';
import { inStatus } from './guards.ts';
import type { Check } from './guards.ts';
import { putQuestion } from './putting.ts';
import type { Question, QuestionFacts } from './putting.ts';
import type { MotionState } from './state.ts';

/** The chair puts the question. RONR (12th ed.) §4. */
export type OpenVote = Readonly<{ type: 'OpenVote'; voteEventId: string; method: VoteMethod }> & Question;

/** A missing second is moot once the vote has started (RR-01): a motion that was only moved may be voted on. */
function* secondedMotion(state: MotionState, command: OpenVote): Check {
  yield* inStatus(state, command, 'pending', 'moved');
  if (state.status === 'moved') yield broken('RR-01', 'SECOND_REQUIRED');
  yield* unusedId(state, command.voteEventId);
}

/** What the vote needs is pinned: text, rule, eligibility, the revisions at which they were read. */
export function* openVote(state: MotionState, command: OpenVote, facts: QuestionFacts): Decision<VoteOpened> {
  yield* secondedMotion(state, command);
  yield* noElection(state);
  const { voteEventId, method } = command;
  const pinned = yield* putQuestion(state, command, facts);
  yield* voteInMode(state, pinned);
  return [{ type: 'VoteOpened', voteEventId, method, ...pinned }];
}
