import type { tally } from '#governance';
import type { DecisionDocument } from '#projections';
import { listed } from './speech.ts';
import type { Speech } from './speech.ts';
import { alternativeLines, consensusLines, quorumLines, remarksOf } from './trace.ts';
import type { Line, Terms } from './trace.ts';

/* A decision as sentences without a page around them; on its page the same stand beside pictures and tables. */

/** In the order in which counts are told. */
export const voteOptions: readonly tally.VoteOption[] = [
  'yes',
  'no',
  'abstain',
  'not voting',
  'recused',
  'paired',
  'excused',
  'absent',
];

const toldOf = ({ t }: Speech, lines: readonly Line[]): readonly string[] =>
  lines.map(({ text, pass }) => `${text} ${t('trace.met', { met: pass ? 'yes' : 'no' })}`);

function clauseText({ t }: Speech, { ruleId: rule, clauseRef }: tally.DecisionRule): string {
  if (clauseRef === undefined) return t('rule.noClause', { rule });
  const { clause, instrument, version = 'none' } = clauseRef;
  return t('rule.sentence', { rule, clause, instrument, version });
}

function countTexts(say: Speech, { constituencies }: DecisionDocument): readonly string[] {
  return constituencies.map(({ constituencyId, name = constituencyId, counts }) => {
    const votes = voteOptions.flatMap((option) => {
      const count = counts[option] ?? 0;
      return count > 0 ? [say.t('counts.votes', { option, count })] : [];
    });
    return say.t('counts.sentence', { side: name, votes: votes.length > 0 ? listed(say, votes) : 'none' });
  });
}

function tallyTexts(terms: Terms, counted: tally.Tally, rule: tally.DecisionRule): readonly string[] {
  const { t } = terms.say;
  const several = counted.alternatives.length > 1;
  return [
    ...remarksOf(terms, counted, rule),
    ...toldOf(terms.say, quorumLines(terms, counted.quorum, rule)),
    ...(several ? [t('trace.alternatives', { count: counted.alternatives.length })] : []),
    ...counted.alternatives.flatMap((alternative, i) => [
      ...(several ? [`${t('trace.alternative', { number: i + 1 })}:`] : []),
      ...toldOf(terms.say, alternativeLines(terms, rule.passIfAny[i] ?? [], alternative)),
    ]),
    t('trace.result', { result: counted.result, reason: counted.reason ?? 'none' }),
  ];
}

function electionTexts(terms: Terms, { ballots, election }: DecisionDocument, rule: tally.DecisionRule) {
  const { t } = terms.say;
  return [
    ...(election ? [`${t('election.elected', { role: election.role })} ${election.candidateId}.`] : []),
    ...(ballots?.trace.candidates ?? []).flatMap(({ candidateId, votes, tally: counted }) => [
      `${candidateId}: ${t('election.votes', { votes })}.`,
      ...tallyTexts(terms, counted, rule),
    ]),
  ];
}

function mannerTexts(terms: Terms, decision: DecisionDocument, rule: tally.DecisionRule): readonly string[] {
  const { say } = terms;
  const { consensus, consent, ballots, election, tally: counted } = decision;
  if (consensus) {
    const { result, reason = 'none' } = consensus.trace;
    const lines = consensusLines(terms, consensus.trace, rule);
    return [...toldOf(say, lines), say.t('consensus.result', { result, reason })];
  }
  if (ballots ?? election) return electionTexts(terms, decision, rule);
  if (consent) {
    const { present, recusedSeatIds, quorum } = consent;
    const asked = say.t('consent.nobody', { count: present.length, recused: recusedSeatIds.length });
    return [asked, ...toldOf(say, quorumLines(terms, quorum, rule))];
  }
  return counted ? tallyTexts(terms, counted, rule) : [];
}

/** Why a decision came out as it did: its rule, every number, every comparison, whatever way the body decided. */
export function explanationOf(terms: Terms, decision: DecisionDocument): readonly string[] {
  const { say } = terms;
  const { calendar, rule, secret } = decision;
  if (calendar) return [`${say.t('calendar.with')}: ${calendar.decisionId}.`];
  if (!rule) return [say.t('rule.missing')];
  return [
    clauseText(say, rule),
    ...(secret ? [say.t('counts.secret')] : []),
    ...countTexts(say, decision),
    ...mannerTexts(terms, decision, rule),
  ];
}
