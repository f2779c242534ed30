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
  by?: 'member' | 'alternate' | 'proxy';
  /** The seat that voted for it by proxy (meeting rule SP-07). */
  proxySeatId?: string;
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
  ({
    candidateId: named,
    option,
    seatId,
    constituencyId,
    present,
    by,
    proxySeatId,
  }: ElectorEntry): RollCallEntry => {
    const answer: VoteOption = option === 'candidate' ? (named === candidateId ? 'yes' : 'no') : option;
    const side = constituencyId !== undefined && { constituencyId };
    const proxy = by === 'proxy' && { by, ...(proxySeatId !== undefined && { proxySeatId }) };
    return { seatId, ...side, option: answer, present, ...proxy };
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

/** What a secret vote does not tell: how each proxy voted, and, unless they are counted apart, each constituency. */
export function untold({ proxies: _proxies, ...outcome }: Tally, apart: boolean): Tally {
  if (apart) return outcome;
  return { ...outcome, counts: outcome.counts.filter(({ constituencyId }) => constituencyId === undefined) };
}

/** The trace without what a secret ballot does not tell. */
export const secretTrace = ({ candidates, ...rest }: ElectionTrace, apart: boolean): ElectionTrace => ({
  ...rest,
  candidates: candidates.map((one) => ({ ...one, tally: untold(one.tally, apart) })),
});
