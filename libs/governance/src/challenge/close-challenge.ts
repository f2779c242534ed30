import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { ChallengeClosed } from './events.ts';
import { inStatus } from './guards.ts';
import type { ChallengeState } from './state.ts';

/** A person closes it and says how it ended: no deadline does. */
export type CloseChallenge = Readonly<{ type: 'CloseChallenge' }> & Omit<ChallengeClosed, 'type'>;

export function* closeChallenge(
  state: ChallengeState,
  command: CloseChallenge,
  facts: AtFact,
): Decision<ChallengeClosed> {
  const { outcome } = command;
  yield* inStatus(state, facts, 'open', 'cured', 'declined');
  const isAnswer = outcome === 'cured' || outcome === 'declined';
  if (isAnswer && state.status !== outcome)
    yield irregular('OUTCOME_NOT_ON_RECORD', { outcome, status: state.status });
  return [{ ...command, type: 'ChallengeClosed' }];
}
