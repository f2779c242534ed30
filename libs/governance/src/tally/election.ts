import type { Electorate } from './electorate.ts';
import type { RollCallEntry } from './roll-call.ts';
import type { DecisionRule } from './rule.ts';
import { tally } from './tally.ts';
import type { Tally, VoteOption } from './trace.ts';

/** How one seat stands in a round of an election: for a candidate, or why for none. */
export type ElectorEntry = Readonly<{
  seatId: string;
  constituencyId?: string;
  candidateId?: string;
  option: 'candidate' | 'abstain' | 'not voting' | 'recused' | 'absent';
  present: boolean;
  by?: 'member' | 'alternate';
}>;

export type CandidateTrace = Readonly<{
  candidateId: string;
  votes: number;
  /** The rule applied to the candidate: a ballot for another is a no. */
  tally: Tally;
}>;

export type ElectionTrace = Readonly<{
  /** In the order in which they were nominated. */
  candidates: readonly CandidateTrace[];
  abstentions: number;
  /** The candidate for whom the rule is met; of several, who has more votes than every other. */
  electedId?: string;
}>;

const answerOn =
  (candidateId: string) =>
  ({ candidateId: named, option, seatId, constituencyId, present }: ElectorEntry): RollCallEntry => {
    const answer: VoteOption = option === 'candidate' ? (named === candidateId ? 'yes' : 'no') : option;
    return { seatId, ...(constituencyId !== undefined && { constituencyId }), option: answer, present };
  };

/** Who has more votes than every other for whom the rule is met. */
function electedOf(candidates: readonly CandidateTrace[]): string | undefined {
  const met = candidates.filter(({ tally }) => tally.result === 'pass');
  const most = Math.max(...met.map(({ votes }) => votes));
  const first = met.filter(({ votes }) => votes === most);
  return first.length === 1 ? first[0]?.candidateId : undefined;
}

/**
 * What a round of an election comes to: the rule is asked of every candidate, as of a motion that the candidate be
 * elected. Nobody is eliminated. RONR (12th ed.) 46:30–32.
 */
export function electionOf(
  rule: DecisionRule,
  electorate: Electorate,
  candidateIds: readonly string[],
  roll: readonly ElectorEntry[],
): ElectionTrace {
  const candidates = candidateIds.map((candidateId): CandidateTrace => {
    const outcome = tally(rule, electorate, roll.map(answerOn(candidateId)));
    const votes =
      outcome.counts.find((one) => one.option === 'yes' && one.constituencyId === undefined)?.value ?? 0;
    return { candidateId, votes, tally: outcome };
  });
  const electedId = electedOf(candidates);
  const [any] = candidates;
  const abstentions =
    any?.tally.counts.find((one) => one.option === 'abstain' && one.constituencyId === undefined)?.value ?? 0;
  return { candidates, abstentions, ...(electedId !== undefined && { electedId }) };
}

/** The trace without what a secret ballot does not tell: how each constituency stood. */
export const ofBodyOnly = ({ candidates, ...rest }: ElectionTrace): ElectionTrace => ({
  ...rest,
  candidates: candidates.map((one) => ({
    ...one,
    tally: {
      ...one.tally,
      counts: one.tally.counts.filter(({ constituencyId }) => constituencyId === undefined),
    },
  })),
});
