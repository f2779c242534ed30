import { broken } from '../kernel/index.ts';
import type { Tally } from '../tally/index.ts';
import type { Check } from './guards.ts';
import type { MotionState, OpenedVote } from './state.ts';

const valueOf = ({ counts }: Tally, constituencyId: string, option: 'yes' | 'no'): number =>
  counts.find((one) => one.constituencyId === constituencyId && one.option === option)?.value ?? 0;

/** Whether a side agreed: by the rule's own test of it, else by a majority of its votes cast. */
function agrees(tally: Tally, constituencyId: string): boolean {
  const asked = tally.groupResults.find((one) => one.constituencyId === constituencyId);
  if (asked) return asked.result === 'pass';
  return valueOf(tally, constituencyId, 'yes') > valueOf(tally, constituencyId, 'no');
}

const overTheQuestion: readonly Tally['reason'][] = ['TEST_FAILED', 'TIE', 'TIE_TO_MEDIATION'];

/** It failed on the question, not for want of a quorum, and the sides stood against each other. */
function failedBySplit(tally: Tally, constituencyIds: readonly string[]): boolean {
  if (!overTheQuestion.includes(tally.reason)) return false;
  const agreeing = constituencyIds.filter((id) => agrees(tally, id)).length;
  return agreeing > 0 && agreeing < constituencyIds.length;
}

/**
 * The same text has failed twice running because the sides were split: mediation is suggested, and the clause
 * cited (meeting rule SP-13). Only votes of this motion are compared: what another motion with the same words came
 * to stands in its own stream.
 */
export function* deadlock(
  { closedVotes }: MotionState,
  { voteEventId, textSha256, eligibility, rule }: OpenedVote,
  outcome: Tally,
): Check {
  const before = [...closedVotes.values()].at(-1);
  if (before?.textSha256 !== textSha256) return;
  const sides = before.eligibility.constituencyIds;
  if (!failedBySplit(before.tally, sides) || !failedBySplit(outcome, eligibility.constituencyIds)) return;
  const voteEventIds = [before.voteEventId, voteEventId];
  const { tie, clauseRef: clause } = rule;
  yield broken('SP-13', 'DEADLOCK_SUGGESTS_MEDIATION', { voteEventIds, textSha256, tie, clause });
}
