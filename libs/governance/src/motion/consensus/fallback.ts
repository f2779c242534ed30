import { broken } from '../../kernel/index.ts';
import type { Check } from '../guards.ts';
import type { PutQuestion } from '../putting.ts';
import type { MotionState } from '../state.ts';
import { failedRounds } from './guards.ts';

/** Where the rule wants consensus, a vote comes after a round that failed on this text in this meeting, or never (SP-09). */
export function* voteInMode(state: MotionState, pinned: PutQuestion): Check {
  const { rule, meetingId, textSha256 } = pinned;
  const inputs = { ruleId: rule.ruleId, mode: rule.mode };
  if (rule.mode === 'consensus') yield broken('SP-09', 'VOTE_NOT_IN_RULE', inputs);
  if (rule.mode === 'consensus_then_vote' && failedRounds(state, pinned) === 0)
    yield broken('SP-09', 'CONSENSUS_NOT_TRIED', { ...inputs, meetingId, textSha256 });
}
