import type { QuorumTrace } from './trace.ts';
import type { ConsensusFailure, ConsensusTrace, LimitTrace, PositionCount } from './consensus.ts';
import type { ElectionTrace } from './election.ts';
import { bodyScope } from './electorate.ts';
import { clauseSentence, explain, nameOf, quorumSentencesOf, reasonWords } from './explain.ts';
import type { DecisionRule } from './rule.ts';

const positionWords: Readonly<Record<PositionCount['position'], string>> = {
  agree: 'agree',
  agree_with_reservations: 'agree with reservations',
  stand_aside: 'stand aside',
  block: 'block',
  abstain: 'abstain',
  recused: 'recused',
  'no position': 'without a position',
  absent: 'absent',
};

const failureWords: Readonly<Record<Exclude<ConsensusFailure, keyof typeof reasonWords>, string>> = {
  POSITIONS_MISSING: 'not everybody present had taken a position',
  BLOCKED: 'there were more blocks than the rule allows',
  TOO_MANY_STAND_ASIDES: 'more stood aside than the rule allows',
  NOBODY_AGREES: 'nobody agreed',
};

const whyNot = (reason: ConsensusFailure): string => ({ ...reasonWords, ...failureWords })[reason];

function positionSentence(counts: readonly PositionCount[], scope: string): string {
  const listed = counts.map(({ position, value }) => `${value} ${positionWords[position]}`).join(', ');
  return `Positions of ${nameOf(scope)}: ${listed}.`;
}

function limitSentence(what: string, { count, max, pass }: LimitTrace): string {
  if (max === null) return `${what}: ${count}; the rule sets no limit.`;
  return `${what}: ${count}, at most ${max} allowed: ${pass ? 'met' : 'not met'}.`;
}

/** A round of consensus in plain sentences: the rule, every position, every limit, the result. */
export function explainConsensus(trace: ConsensusTrace, rule: DecisionRule): readonly string[] {
  const scopes = [...new Set(trace.counts.map(({ constituencyId }) => constituencyId))];
  const { reason, missingSeatIds } = trace;
  return [
    clauseSentence(rule),
    ...scopes.map((scope) =>
      positionSentence(
        trace.counts.filter(({ constituencyId }) => constituencyId === scope),
        scope ?? bodyScope,
      ),
    ),
    ...quorumSentencesOf(trace.quorum, rule),
    ...(missingSeatIds.length > 0 ? [`Without a position: ${missingSeatIds.join(', ')}.`] : []),
    limitSentence('Blocks', trace.blocks),
    limitSentence('Stand-asides', trace.standAsides),
    reason === undefined
      ? 'Result: adopted by consensus.'
      : `Result: no consensus, because ${whyNot(reason)}.`,
  ];
}

type Consented = Readonly<{
  present: readonly Readonly<{ seatId: string }>[];
  recusedSeatIds: readonly string[];
  quorum: QuorumTrace;
}>;

/** A unanimous consent in plain sentences: who could have objected, and that nobody did. */
export function explainConsent(
  { present, recusedSeatIds, quorum }: Consented,
  rule: DecisionRule,
): readonly string[] {
  const recused = recusedSeatIds.length > 0 ? ` Recused: ${recusedSeatIds.join(', ')}.` : '';
  return [
    clauseSentence(rule),
    `The chair asked for objections; of ${present.length} voting seats present nobody objected.${recused}`,
    ...quorumSentencesOf(quorum, rule),
    'Result: adopted by unanimous consent; no ballots were cast.',
  ];
}

/** A round of an election in plain sentences: every candidate, and the rule as it stands for each. */
export function explainElection(trace: ElectionTrace, rule: DecisionRule): readonly string[] {
  const [clause = '', ...none] = [clauseSentence(rule)];
  const ofCandidate = ({
    candidateId,
    votes,
    tally,
  }: ElectionTrace['candidates'][number]): readonly string[] => [
    `Candidate ${candidateId}: ${votes} ${votes === 1 ? 'vote' : 'votes'}.`,
    // Without the clause, the roll call and the result, which are those of the round.
    ...explain(tally, rule).filter(
      (sentence) => sentence.startsWith('Ayes') || sentence.startsWith('Alternative'),
    ),
  ];
  const [any] = trace.candidates;
  return [
    clause,
    ...none,
    ...(any ? quorumSentencesOf(any.tally.quorum, rule) : []),
    ...trace.candidates.flatMap(ofCandidate),
    `Abstentions: ${trace.abstentions}.`,
    trace.electedId === undefined ? 'Result: nobody is elected.' : `Result: ${trace.electedId} is elected.`,
  ];
}
